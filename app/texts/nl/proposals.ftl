### Voorstellen: doen, lezen, verbeteren.

propose = Doe een voorstel
untitled = Nog zonder titel
wijk = Wijk
choose = Kies

hours =
    { $n ->
        [one] 1 uur in de week
       *[other] { $n } uur in de week
    }

places =
    { $n ->
        [one] 1 plek
       *[other] { $n } plekken
    }

months =
    { $n ->
        [one] 1 maand
       *[other] { $n } maanden
    }

cap_covers-on_top_of_benefit = Dit geld komt boven op de uitkering van de medewerker.
cap_covers-all_in = Dit is al het geld samen. De uitkering zit er ook in.

list-title = Voorstellen
list-lead = Dit werk kan een wijkbasisbaan worden. Lees wat buurtgenoten bedachten.
list-empty = Er zijn nog geen voorstellen
list-empty_now = Weet u werk dat goed is voor de wijk? Doe het eerste voorstel.
list-empty_later = Zodra deze ronde open is, kunt u een voorstel doen.
list-empty_open = Bewoners kunnen nu een voorstel doen.
list-empty_past = Niemand heeft in deze ronde een voorstel gedaan.
list-filter = Zoek in de voorstellen
list-search = Zoek een woord
list-show = Toon
list-all = Toon alle voorstellen
list-all_wijken = Alle wijken
list-all_families = Alle soorten werk
list-none_found = Geen voorstel past bij wat u zoekt.
list-cost_one = { $cost } per plek per jaar
list-cost_all = { $cost } voor alle plekken samen
list-pages = Bladen
list-page = Blad { $page } van { $pages }
list-previous = Vorige
list-next = Volgende

list-count =
    { $n ->
        [one] 1 voorstel
       *[other] { $n } voorstellen
    }

begin-title = Doe een voorstel
begin-lead = Een wijkbasisbaan is nuttig werk in de wijk. Het is voor mensen die geen gewone baan kunnen vinden. Uw idee moet aan vier dingen voldoen.
begin-gate_host = Het werk is bij een club, stichting, school of de gemeente. Het is niet bij een bedrijf.
begin-gate_cap = Eén plek kost de gemeente ten hoogste { $cap } per jaar.
begin-gate_displacement = Niemand raakt er zijn betaalde werk door kwijt.
begin-gate_lasting = Het werk is vast of duurt lang. Een klus voor één keer past niet.
begin-more = Zo kijken we dat na.
begin-until = U kunt een voorstel insturen tot { $moment }.
begin-wijk = Voor welke wijk is uw voorstel?
begin-wijk_hint = Kies de wijk waar het werk gebeurt.
begin-button = Begin
begin-later = U hoeft niet alles nu in te vullen. U kunt stoppen en later verdergaan.
begin-closed = U kunt nu geen voorstel doen
begin-opens = Dat kan vanaf { $moment }.
begin-past = In deze ronde is de tijd om een voorstel te doen voorbij. Lees wel wat anderen bedachten.
begin-read = Lees de voorstellen
begin-other_rounds = Bekijk andere rondes

edit-title = Schrijf uw voorstel
edit-lead = Vul in wat u al weet. Bewaar het en ga later verder als u wilt.
edit-change_lead = Verander wat anders moet. Stuur het voorstel daarna opnieuw in. Dan kijken we het ook opnieuw na.
edit-asked = De toetser vraagt om een aanpassing
edit-no_names = Schrijf geen namen en niets over ziekte
edit-no_names_text = Iedereen kan uw voorstel lezen. Het gaat over het werk, niet over een persoon.
edit-kept = Bewaard
edit-kept_text = U kunt nu stoppen. U vindt uw voorstel later terug bij:
edit-back = Terug naar het voorstel
edit-wijk = Het werk is in de wijk { $wijk }.
edit-costs_lead = Vul in wat één plek per jaar kost. Laat leeg wat niet nodig is. Eén plek mag ten hoogste { $cap } kosten.
edit-cost_now = Zo veel kost één plek nu
edit-cost = Reken uit
edit-keep = Bewaar en ga later verder
edit-submit = Stuur in
edit-before_submit = Klaar? Stuur uw voorstel in. Daarna kan iedereen het lezen. Uw naam staat er niet bij.

section-what = Wat
section-host = Waar en bij wie
section-size = Hoeveel en hoe lang
section-guidance = Begeleiding en leren
section-costs = Kosten

field-title = Titel
field-title_hint = Kort en duidelijk. Bijvoorbeeld: Gastvrouw of gastheer in het buurthuis.
field-family = Soort werk
field-description = Wat doet de medewerker?
field-description_hint = Schrijf wat iemand doet, voor wie en waar. Wat gebeurt er niet als niemand het doet?
field-host_name = Bij welke organisatie?
field-host_name_hint = De naam van de club, stichting of school waar het werk is.
field-host_kind = Wat voor organisatie is dat?
field-hours = Hoeveel uur in de week?
field-hours_hint = Tussen 4 en 36 uur.
field-places = Hoeveel plekken?
field-places_hint = Op elke plek werkt één persoon. Tussen 1 en 20.
field-lasting = Hoe lang duurt het werk?
field-months = Hoeveel maanden?
field-months_hint = Alleen als het werk een paar jaar duurt. Tussen 6 en 120 maanden.
field-legal_basis = Op welke manier werkt iemand hier?
field-legal_basis_hint = Weet u het niet? Laat dan de eerste keuze staan.
field-guidance = Wie begeleidt de medewerker?
field-guidance_hint = Schrijf geen naam. Wel welke functie, en hoe vaak. Bijvoorbeeld: de beheerder, elke dag.
field-growth = Wat kan iemand leren?
field-growth_hint = Of schrijf hoe mensen elkaar afwisselen. En wanneer u opnieuw kijkt of het goed gaat.
field-cost_label = { $cost }: waarvoor?

family-community_centre = Buurthuis
family-lending = Uitlenen van spullen
family-repair = Repareren
family-garden = Buurttuin
family-school = Hulp op school
family-neighbour_support = Hulp aan buren
family-public_space = Straat en plein
family-cleaning = Schoonmaken
family-language = Nederlands oefenen
family-food = Koken en samen eten
family-handyman = Klusjes in huis
family-children = Kinderen
family-digital_help = Hulp met computer en telefoon
family-care = Zorg aan huis
family-reuse = Tweedehands kleding en spullen
family-communication = Wijkkrant en nieuws
family-transport = Vervoer
family-animals = Dieren
family-sport = Sport
family-delivery = Bezorgen
family-green = Groen
family-meeting = Ontmoeten
family-other = Ander werk

host_kind-foundation = Stichting
host_kind-foundation_community_centre = Stichting met een buurthuis
host_kind-residents_association = Bewonersvereniging
host_kind-welfare_organisation = Welzijnsorganisatie
host_kind-library = Bibliotheek
host_kind-school = School
host_kind-sports_club = Sportclub
host_kind-church_foundation = Kerk of stichting van een kerk
host_kind-housing_association = Woningcorporatie
host_kind-care_provider = Zorgorganisatie zonder winst
host_kind-municipality = Gemeente
host_kind-company = Bedrijf

lasting-permanent = Vast
lasting-permanent_hint = Het werk heeft geen einddatum.
lasting-long_term = Een paar jaar of maanden
lasting-long_term_hint = Het werk duurt lang, maar stopt een keer. Vul hieronder het aantal maanden in.
lasting-incidental = Eén keer of af en toe
lasting-incidental_hint = Dit is vrijwilligerswerk. Het kan geen wijkbasisbaan zijn.

legal_basis-social_activation = Naast een uitkering, zonder einddatum
legal_basis-social_activation_hint = Iemand houdt de uitkering en doet mee in de wijk. De wet noemt dit sociale activering.
legal_basis-participation_place = Naast een uitkering, als stap naar werk
legal_basis-participation_place_hint = Iemand houdt de uitkering. Dit mag 2 jaar, en soms langer. De wet noemt dit een participatieplaats.
legal_basis-employment = Met een contract en loon
legal_basis-employment_hint = Iemand krijgt een contract en loon van de organisatie.

cost-volunteer_allowance = Vrijwilligersvergoeding
cost-volunteer_allowance_hint = Geld voor de medewerker zelf.
cost-in_kind = Spullen voor het werk
cost-in_kind_hint = Zoals werkkleding of een fiets.
cost-guidance = Begeleiding
cost-guidance_hint = Iemand die helpt bij het werk.
cost-training = Cursus
cost-materials = Gereedschap en materiaal
cost-insurance = Verzekering
cost-host_costs = Kosten van de organisatie
cost-host_costs_hint = Zoals ruimte, koffie of een computer.
cost-wage = Loon
cost-wage_hint = Alleen bij een contract.
cost-other = Iets anders

costs-caption = Kosten van één plek per jaar
costs-what = Wat
costs-explanation = Waarvoor
costs-amount = Per jaar
costs-sum = Samen
costs-one_place = Eén plek per jaar
costs-of_cap = { $cost } van { $cap }
costs-over = ({ $over } te veel)
costs-all_places = { $places } × { $one } = { $all } per jaar voor het hele voorstel.

fact-family = Soort werk
fact-host = Bij wie
fact-hours = Uren
fact-places = Plekken
fact-lasting = Hoe lang
fact-legal_basis = Op welke manier
fact-guidance = Begeleiding
fact-growth = Leren

state-draft = Concept
state-submitted = Ingestuurd
state-needs_change = Moet anders
state-admitted = Toegelaten
state-rejected = Kan niet door
state-postponed = Volgende ronde
state-withdrawn = Ingetrokken
state-on_ballot = Op het stembiljet
state-chosen = Gekozen
state-not_chosen = Niet gekozen
state-adopted = Gaat door
state-declined = Niet overgenomen

state_means-draft = Alleen de maker kan dit lezen. Het is nog niet ingestuurd.
state_means-submitted = We kijken na of dit werk geen betaalde baan kost.
state_means-needs_change = De maker moet eerst iets aanpassen.
state_means-admitted = Dit voorstel mag op het stembiljet.
state_means-rejected = Dit voorstel komt niet op het stembiljet. Lees hieronder waarom.
state_means-postponed = Het onderzoek was niet op tijd klaar. Dit voorstel kan mee in een volgende ronde.
state_means-withdrawn = De maker heeft dit voorstel teruggetrokken.
state_means-on_ballot = Dit voorstel staat op het stembiljet. Straks kunnen bewoners erop stemmen.
state_means-on_ballot_open = Bewoners kunnen op dit voorstel stemmen.
state_means-on_ballot_shut = Het stemmen is gesloten. Nu worden de stemmen geteld.
state_means-on_ballot_stopped = Deze ronde is gestopt. Er wordt niet geteld.
state_means-chosen = Bewoners hebben dit gekozen. Nu is de gemeenteraad aan de beurt.
state_means-not_chosen = Andere voorstellen kregen meer stemmen, of het geld was op.
state_means-adopted = De gemeenteraad heeft ja gezegd. Deze baan komt er.
state_means-declined = Bewoners kozen dit. De gemeenteraad heeft nee gezegd en legt uit waarom.

show-back = Alle voorstellen
show-what = Wat is het werk?
show-facts = Het werk in het kort
show-costs = Wat kost het?
show-change = Wijzig
show-go_on = Schrijf verder
show-withdraw = Trek in
show-check = Naar de toets
show-outcome = Bekijk de uitslag

sent-title = Uw voorstel is binnen. Het heeft nummer { $number }.
sent-next = We kijken na of het werk geen betaalde baan kost. Dat kan betekenen dat we u vragen om iets aan te passen.
sent-check_from = Dat begint op { $day }.
sent-mine = Volg uw voorstel bij Mijn voorstellen

withdraw-title = Voorstel intrekken
withdraw-text = Een voorstel dat u intrekt, komt niet op het stembiljet. U kunt dit niet terugdraaien.
withdraw-legend = Weet u het zeker?
withdraw-sure = Ja, ik trek mijn voorstel in
withdraw-button = Trek in

mine-title = Mijn voorstellen
mine-none = U heeft nog geen voorstel gemaakt.
mine-yours = Uw voorstellen
mine-new = Een nieuw voorstel
mine-no_round = Nu staat er geen ronde open voor voorstellen.
mine-rounds = Bekijk wanneer de rondes zijn
mine-withdrawn = Uw voorstel is ingetrokken
mine-next_draft = Schrijf verder en stuur het in.
mine-next_change = Pas uw voorstel aan en stuur het opnieuw in.
mine-too_late = De tijd om dit te veranderen is voorbij.
