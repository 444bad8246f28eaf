### Als een pagina er niet is, niet mag of niet kan.

way_on = Ga terug naar de vorige pagina, of begin opnieuw.
home = Naar de eerste pagina

not_found-title = Deze pagina is er niet
not_found-text = We kunnen deze pagina niet vinden. Misschien is het adres niet goed overgenomen.

forbidden-title = Dit mag u hier niet doen
forbidden-text = Uw account mag deze pagina niet openen. Of de opdracht kwam niet van onze eigen site.

refused-title = Dat kan nu niet
refused-out_of_turn = Deze stap past niet bij de fase van de ronde.
refused-before_time = Het stemmen gaat nooit eerder open of dicht dan de afgesproken tijd.
refused-missing = Er ontbreekt nog iets. Kijk in de lijst.
refused-waits = Deze stap wacht op mensen. Kijk op de pagina van de ronde waarom.
refused-blocked = Dit idee is geblokkeerd. Alleen een ander idee kan door.
refused-no_opinion = Er is nog geen tweede mening. Vraag eerst een partij.
refused-opinion_pending = Er is nog geen antwoord van een partij. Wacht daarop, of schrijf op dat zij niet reageert.
refused-conditions_needed = De antwoorden vragen om voorwaarden. Kies: toelaten met voorwaarden.
refused-involved = U maakte dit idee of vulde de toets in. Iemand anders moet beslissen.
refused-phase = De ronde is in een andere fase. Daarom kan dit nu niet.
refused-state = Dit idee is al verder. Daarom kan dit nu niet meer.
refused-code = Deze code opent geen stembiljet.
refused-closed = De stembus is dicht. U kunt niet meer stemmen.
refused-earlier_vote = De stembus is dicht. Met deze brief is al gestemd, en die eerdere stem telt. Veranderen kan niet meer.
refused-sign_in = De naam of het wachtwoord klopt niet.
refused-done = Dit is al gedaan en kan maar één keer.
refused-same_person = U vroeg dit zelf. Een ander moet akkoord gaan.
refused-not_empty = Er staan al echte gegevens in.

busy-title = Het is nu erg druk
busy-text = Er zijn veel mensen tegelijk bezig. Wacht een paar tellen en probeer het opnieuw.
too_many-title = Even wachten
too_many-text = Vanaf uw internetverbinding ging dit vaak mis. Daarom wachten er nu mensen. Wacht een minuut en probeer het opnieuw. Uw code of account blijft goed.

not_understood-title = Dit begrijpen we niet
not_understood-text = Er kwam iets binnen dat onze pagina's niet sturen. Ga terug en klik of vul het opnieuw in.

too_large-title = Dit is te veel in één keer
too_large-text = U stuurde meer dan er in een formulier past. Ga terug en maak de tekst korter.

internal-title = Er ging iets mis bij ons
internal-text = Dit is onze fout. Wat u deed, is niet half bewaard. Noem dit nummer als u belt: { $reference }.
