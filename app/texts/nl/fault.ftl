### Wat er mis is met een veld. Dit staat bij het veld zelf.

empty = Vul dit in.
too_long =
    { $n ->
        [one] Dit is { $n } teken te lang. Er passen er { $max }.
       *[other] Dit is { $n } tekens te lang. Er passen er { $max }.
    }
too_short =
    { $n ->
        [one] Dit is te kort. Er is minstens { $n } teken nodig.
       *[other] Dit is te kort. Er zijn minstens { $n } tekens nodig.
    }
forbidden_sign = Hier staat een teken dat niet mag. Typ de tekst opnieuw.
look_alike = Hier staan letters die op andere letters lijken. Typ de naam opnieuw, in één soort letters.
not_an_amount = Dit is geen bedrag. Schrijf het zo: 1250 of 1250,50.
two_amounts = Dit bedrag kan op twee manieren gelezen worden. Schrijf 1250 of 1250,50, zonder punt of komma bij de duizendtallen.
negative = Een bedrag onder nul kan niet.
too_large = Dit bedrag is te groot.
not_a_number = Vul een heel getal in, met cijfers.
two_readings = Dit getal kan op twee manieren gelezen worden. Schrijf het zonder punt of komma: 1250.
out_of_range = Vul een getal in van { $min } tot en met { $max }.
not_chosen = Maak een keuze.
not_offered = Deze keuze bestaat niet. Kies er een uit de lijst.
not_a_date = Dit is geen datum met een tijd. Schrijf het zo: 20-3-2027 20.00.
no_hour = Er staat geen tijd bij. Schrijf het zo: 20-3-2027 20.00. Middernacht aan het eind van de dag is 24.00.
no_such_moment = Dit moment bestaat niet of komt twee keer voor, door de zomertijd. Kies een ander uur.
too_early = Deze datum moet later zijn dan de datum erboven.
past = Dit moment is al voorbij. Kies een later moment.
earlier_than_promised = Dit is eerder dan beloofd. Stemmen gaat nooit eerder open en sluit nooit eerder.
over_cap = Eén plek kost nu { $cost }. Dat mag hoogstens { $cap } zijn. Het is { $over } te veel.
no_costs = Vul minstens één bedrag in.
declined_by_no_ruling = U vinkte een baan aan. Kies «behalve enkele banen» of haal het vinkje weg.
not_social = Een bedrijf kan hier geen baan aanbieden. Het moet een organisatie zonder winst zijn, of de gemeente.
no_reason = Schrijf op waarom.
taken = Deze naam is al in gebruik. Kies een andere.
out_of_reach = U kunt alleen een rol geven in een wijk waarvan u beheerder bent. Kies zo'n wijk.
weak_password = Dit wachtwoord is makkelijk te raden. Neem een zin die alleen u bedenkt.
not_equal = De twee wachtwoorden zijn niet gelijk.
not_confirmed = Zet een vinkje om te laten zien dat u het zeker weet.
no_such_letter = Er is geen brief met dit nummer. Kijk op de brief, of in de lijst van de gemeente.
cancelled_before = Deze brief is al ongeldig gemaakt.
no_envelope = Er is geen reserve-envelop met dit nummer.
envelope_gone = Deze envelop is al aan iemand gegeven. Pak een andere.
opens_alone = Er zijn minstens 2 kaarten nodig. Alleen in een proefronde mag er 1 kaart zijn, die de stembus alleen opent.
same_holder = Deze bewaarder heeft al een kaart. Kies een andere.
wrong_cards = Deze kaarten openen samen de stembus niet. Misschien staan rijen van de ene kaart bij de andere. Typ alle kaarten opnieuw.
card-not_one = Deze rijen horen niet bij één kaart. Typ deze kaart opnieuw.
card-other_box = Dit is een kaart van een andere ronde, of een oude kaart die niet meer werkt.
card-twice = Dit is dezelfde kaart als kaart { $n } hierboven. Neem een andere kaart.
row-length =
    { $n ->
        [one] Hier staat 1 teken. Een rij heeft er 16.
       *[other] Hier staan { $n } tekens. Een rij heeft er 16.
    }
row-bad_sign = In groep { $group } staat een teken dat op geen kaart staat.
row-wrong_group = Er is een teken verkeerd. Kijk eerst naar groep { $group }.
row-wrong = Er zijn tekens verkeerd. Kijk de hele rij na.
row-other_row = Dit is een andere rij van de kaart. Kijk naar het nummer voor de rij.
over_allowance = De vrijwilligersvergoeding is hoogstens { $max } per jaar.

too_many = U koos te veel. Kies er hoogstens { $n }.

too_few =
    { $n ->
        [one] Kies minstens { $n } baan.
       *[other] Kies minstens { $n } banen.
    }

# In de lijst bovenaan, met de naam van het veld erbij.
labelled-empty = Vul in: { $label }
labelled-not_chosen = Kies: { $label }

personal-email = Hier staat een e-mailadres. Haal het weg: iedereen kan dit lezen.
personal-phone = Hier staat een telefoonnummer. Haal het weg: iedereen kan dit lezen.
personal-iban = Hier staat een rekeningnummer. Haal het weg: iedereen kan dit lezen.
personal-bsn = Hier staat een burgerservicenummer. Haal het weg: iedereen kan dit lezen.

rung-inactive = Dit is geen werk.
rung-citizenship = Werk voor één keer of af en toe is geen wijkbasisbaan. Dat hoort bij een burgerproject. Vraag ernaar bij de Smederij.
rung-volunteer_post = Dit is vrijwilligerswerk. De organisatie kan het zelf regelen.
rung-neighbourhood_job = Dit is een wijkbasisbaan.
rung-entry_job = Begeleid werk bij een bedrijf is een instapbaan. Vraag ernaar bij de gemeente.
rung-regular_job = Dit is een gewone baan.
