### Uw eigen stem terugvinden na de telling: met drie woorden, of met de brief.

title = Vind uw stem
lead = Hebt u bij het stemmen drie woorden opgeschreven? Zoek ze hier op. Dan ziet u uw eigen stem.
private = Het zoeken gebeurt op uw eigen apparaat. Wij zien niet welke woorden u zoekt.
few = { $wijk }: minder dan 10 stemmen. Die zetten we niet los op internet. Kom langs om ze na te tellen.
link = Vind uw stem
link_text = Hebt u drie woorden opgeschreven? Kijk dan of uw stem goed in de lijst staat.

label = Uw drie woorden
hint = Typ ze in dezelfde volgorde. Hoofdletters, streepjes en komma's maken niet uit.
button = Zoek mijn stem
retry = Zoek opnieuw
empty = Typ de drie woorden die u opschreef.
number = Het zijn drie woorden. U typte er { $found }.
unknown = Woord { $place } komt in geen enkele stem voor. Kijk nog eens op uw briefje.
perhaps = Die woorden komen in geen enkele stem voor. Bedoelt u deze?
take = Ja, zoek { $words }
found = Uw stem staat in de lijst.
found_more = Er zijn { $count } stemmen met deze woorden.
more = Dat hoort niet. Laat het ons weten. Kom langs met uw brief.
blank = U koos geen enkel idee.
missing = Deze woorden staan niet in de lijst.
missing_to_do = Kijk of u ze goed hebt overgetypt. Lees dan hieronder wat u kunt doen.
differs = Is dit niet wat u koos? Lees dan hieronder wat u kunt doen.
unreachable = De lijst kon niet worden opgehaald. Kijk of u internet hebt en zoek opnieuw. U kunt ook hieronder zoeken, op de eerste letter.
unable = Deze browser kan de lijst niet doorzoeken. Zoek hieronder, op de eerste letter.
unreadable = Het antwoord van de website is niet te lezen. Er klopt iets niet, of deze pagina is oud. Laad de pagina opnieuw.

busy-download = De lijst komt binnen.

list-title = Zoek op de eerste letter
list-lead = Alle stemmen staan hier op volgorde van hun woorden. Kies de letter waarmee uw eerste woord begint. Wij zien dan alleen die letter.
list-letters = Eerste letter
list-caption = Stemmen die beginnen met de letter { $letter }
list-words = Woorden
list-choices = Gekozen
list-blank = Geen enkel idee
list-none = Er zijn geen stemmen die met deze letter beginnen.
list-pages = Bladzijden van deze letter
list-page = Bladzijde { $page } van { $pages }
list-previous = Vorige
list-next = Volgende

told-title = Staat uw stem erbij?
told-text = Wij tellen hoe vaak mensen hun stem vinden, en hoe vaak niet. Wie u bent en welke woorden u hebt, vragen we niet.
told-yes = Ja, mijn stem staat erbij
told-no = Nee, mijn stem staat er niet bij
told-vote_found = Dank u wel. Uw stem staat erbij.
told-vote_missing = Dank u wel. Lees hieronder wat u kunt doen.

help-title = Staat uw stem er niet bij?
help-again = Hebt u vaker gestemd? Dan telt alleen uw laatste stem. Alleen de woorden van die stem staan in de lijst.
help-lost = Is uw brief ongeldig gemaakt? Dan is de stem met die brief opzijgelegd. Hij staat niet in de lijst.
help-letter = Met uw brief kunnen we zien of uw envelop erbij is. Dat kan tot { $moment }. Kijk het zelf na, of kom met uw brief langs bij { $places }.
help-letter_link = Kijk met uw brief of uw envelop erbij is
help-over = Nakijken met uw brief kon tot { $moment }. Dat kan nu niet meer.
help-other = Staat er iets anders dan u koos? Kom langs en zeg het ons.

letter-title = Is mijn envelop erbij?
letter-lead = Typ de code uit uw brief. U ziet dan of uw envelop in de lijst staat. Wat u koos, laten we niet zien.
letter-private = We bewaren niets, alleen een getal: hoe vaak een brief is nagekeken.
letter-button = Kijk na
letter-unknown = Deze code is niet van een brief van «{ $round }». Kijk of u de goede brief hebt.
letter-until = Dit kan tot { $moment }.
letter-over = Nakijken met een brief kan niet meer
letter-over_text = Dit kon tot { $moment }.
letter-next = Kijk een andere brief na
letter-counted = Uw envelop staat in de lijst
letter-counted_text = Uw stem telt mee.
letter-rejected = Uw envelop staat in de lijst, maar telt niet mee
letter-rejected_text = Er klopte iets niet aan de envelop. Waarom, staat in het bestand met alles van deze ronde. Kom langs als u vragen hebt.
letter-cancelled = Deze brief is ongeldig gemaakt
letter-cancelled_text = Dat gebeurt als een brief kwijt of gestolen is. Een stem met deze brief is opzijgelegd en niet geopend.
letter-absent = Uw envelop staat niet in de lijst
letter-absent_text = Met deze brief zat er geen stem in de stembus. Hebt u toch gestemd? Kom dan langs en zeg het ons. Neem uw brief mee.

looks-title = Hoe vaak is er gezocht?
looks-none = Er heeft nog niemand gezocht.
looks-rough = Dit zijn ruwe getallen. Per browser tellen we elk antwoord hooguit één keer.

looks-found =
    { $n ->
        [one] { $n } keer vond iemand zijn stem.
       *[other] { $n } keer vond iemand zijn stem.
    }

looks-missing =
    { $n ->
        [one] { $n } keer stond een stem er niet bij.
       *[other] { $n } keer stond een stem er niet bij.
    }

looks-letters =
    { $n ->
        [one] { $n } keer is een brief nagekeken.
       *[other] { $n } keer is een brief nagekeken.
    }

looks-absent =
    { $n ->
        [one] Daarbij was { $n } keer de envelop er niet.
       *[other] Daarbij was { $n } keer de envelop er niet.
    }
