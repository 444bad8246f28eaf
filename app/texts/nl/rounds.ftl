### Rondes: hun pagina, de spelregels en het werk eraan.

phase-draft = Concept
phase-proposing = Voorstellen doen
phase-co_creation = Voorstellen verbeteren
phase-checking = Voorstellen toetsen
phase-ballot_published = Het stembiljet is bekend
phase-voting = Stemmen
phase-closed = Het stemmen is gesloten
phase-counted = De uitslag is bekend
phase-objections = U kunt bezwaar maken
phase-council = De raad beslist
phase-delivery = De banen komen er
phase-archived = Klaar
phase-cancelled = Gestopt

step-open_proposing = Bewoners kunnen voorstellen doen
step-start_co_creation = De voorstellen verbeteren
step-start_checking = De voorstellen toetsen
step-publish_ballot = Het stembiljet bekendmaken
step-open_voting = Het stemmen openen
step-close_voting = Het stemmen sluiten
step-count = De stemmen tellen
step-open_objections = De tijd voor bezwaar begint
step-send_to_council = Het dossier naar de raad
step-adopt = De raad neemt een besluit
step-return = De raad stuurt het dossier terug
step-archive = De ronde afsluiten en bewaren
step-cancel = De ronde stoppen

step_now-open_proposing = Begin nu met voorstellen
step_now-start_co_creation = Begin nu met verbeteren
step_now-start_checking = Begin nu met toetsen
step_now-publish_ballot = Maak het stembiljet nu bekend
step_now-open_voting = Open het stemmen nu
step_now-close_voting = Sluit het stemmen nu
step_now-open_objections = Begin nu met bezwaar
step_now-send_to_council = Stuur het dossier nu naar de raad
step_now-archive = Sluit de ronde nu af

cost_basis-on_top_of_benefit = Geld bovenop de uitkering
cost_basis-on_top_of_benefit_hint = Een uitkering kost zelf al € 17.000 per jaar. Daarom komt dit geld erbovenop. Dit is de gewone keuze.
cost_basis-all_in = Alles samen, ook de uitkering
cost_basis-all_in_hint = De uitkering gaat van het bedrag af. Er blijft dan niets over voor het werk zelf.

counting-by_votes_skip = De meeste stemmen gaan voor
counting-by_votes_skip_hint = Past een idee niet meer in het geld? Dan slaan we het over. Dit is de gewone keuze.
counting-by_votes_stop = De meeste stemmen gaan voor, en daarna stoppen
counting-by_votes_stop_hint = Het eerste idee dat niet past, is het einde. De rest van het geld blijft over.
counting-by_votes_divisible = De meeste stemmen gaan voor, soms met minder plekken
counting-by_votes_divisible_hint = Past een idee niet helemaal? Dan krijgt het zo veel plekken als er passen.
counting-equal_shares_top_up = Gelijke delen, en de rest naar de meeste stemmen
counting-equal_shares_top_up_hint = Iedere stemmer krijgt een even groot deel van het geld. Ook een kleinere groep krijgt zo iets. Wat overblijft, gaat naar de meeste stemmen.
counting-equal_shares = Gelijke delen
counting-equal_shares_hint = Iedere stemmer krijgt een even groot deel van het geld. Wat overblijft, blijft over.

kind-wijk = Wijk
kind-dorp = Dorp

list-title = Rondes
list-lead = In een ronde kiezen bewoners welke banen er in hun wijk komen.
list-none = Er is nu geen ronde. Kom later terug.
list-running = Nu bezig
list-past = Eerdere rondes
list-wijk = { $wijk }: { $budget }, { $jobs }

wijk-budget = { $budget } per jaar
wijk-eligible = { $n } bewoners mogen stemmen
wijk-voting_point = Stemmen en hulp: { $place }
wijk-jobs =
    { $n ->
        [one] genoeg voor ongeveer 1 baan
       *[other] genoeg voor ongeveer { $n } banen
    }
wijk-proposals =
    { $n ->
        [one] 1 voorstel
       *[other] { $n } voorstellen
    }

action-propose = Doe een voorstel
action-read = Bekijk de voorstellen
action-ballot = Bekijk het stembiljet
action-vote = Stem
action-rules = Lees hoe we tellen
action-outcome = Bekijk de uitslag
action-jobs = Bekijk de banen

until-draft = Voorstellen doen kan vanaf { $moment }.
until-checking = Het stembiljet komt op { $moment }.
until-ballot_published = U kunt stemmen vanaf { $moment }.
until-voting = U kunt stemmen tot { $moment }.
until-objections = Bezwaar maken kan tot { $moment }.
until-other = Dit kan tot { $moment }.

late-draft = Voorstellen doen begint later dan gepland.
late-checking = Het stembiljet komt later dan gepland.
late-ballot_published = Het stemmen begint later dan gepland.
late-voting = Het stemmen sluit later dan gepland.
late-objections = Het dossier gaat later dan gepland naar de raad.
late-other = De volgende stap komt later dan gepland.
closed_at = De stembus is gesloten op { $moment }.

road-label = Zo gaat deze ronde
road-done = klaar
road-current = nu
road-todo = komt nog
road-from = vanaf { $day }
road-began = begon op { $day }
road-late = later dan gepland
road-proposing = Voorstellen
road-improving = Verbeteren
road-checking = Toetsen
road-ballot = Stembiljet
road-voting = Stemmen
road-counting = Tellen en uitslag
road-council = Raad
road-working = Uitvoeren

now-title = Wat kunt u nu doen?
now-draft = Deze ronde is nog een concept. Bewoners zien haar nog niet.
now-proposing = Weet u werk dat de wijk mooier maakt? Vertel het ons.
now-co_creation = Lees de voorstellen. Praat mee in het buurthuis om ze beter te maken.
now-checking = We kijken of elk voorstel mag. Het werk mag niemand zijn baan kosten.
now-ballot_published = U kunt zien waarover u straks stemt. U krijgt een brief met een code.
now-voting = Stem met de code uit uw brief. Stemmen kost ongeveer vijf minuten.
now-finishing = De stembus is net dicht. Was u al begonnen? Dan kunt u uw stem nog indienen.
now-closed = De stembus is dicht. We tellen de stemmen. Daarna ziet u hier de uitslag.
now-counted = De stemmen zijn geteld. U ziet welke banen zijn gekozen.
now-objections = Klopt er volgens u iets niet? Vertel het de gemeente. Bij de uitslag leest u hoe.
now-council = De raad beslist nu over de banen. U kunt de uitslag lezen.
now-delivery = De raad heeft beslist. U ziet per baan hoe ver het is.
now-archived = Deze ronde is klaar. U kunt alles nog nalezen.
now-cancelled = Deze ronde is gestopt.
now-grace = Begint u vóór het sluiten? Dan heeft u daarna nog tien minuten.

show-to_control = Naar de werkpagina van deze ronde
show-wijken = De wijken
show-more = Meer lezen
show-cancelled = Deze ronde is gestopt. Dit is de reden:
show-other_rounds = Bekijk de andere rondes
show-hourly_title = Hoeveel bewoners hebben gestemd?
show-hourly_why = Wat er is gestemd, weet niemand. Dat blijft zo tot de telling.
show-hourly =
    { $n ->
        [one] { $wijk }: 1 stembiljet, geteld op { $moment }
       *[other] { $wijk }: { $n } stembiljetten, geteld op { $moment }
    }
show-hourly_few = { $wijk }: minder dan 10 stembiljetten, geteld op { $moment }

rules-title = Spelregels
rules-not_fixed = De spelregels staan nog niet vast.
rules-fixed_from = Ze staan vast als het stembiljet bekend is. Dat is op { $moment }. Hieronder leest u wat nu geldt.
rules-fixed_from_late = Ze staan vast als het stembiljet bekend is. Dat is later dan gepland. Hieronder leest u wat nu geldt.
rules-fixed = Deze spelregels staan vast. Niemand kan ze nog veranderen.
rules-budgets = Geld per wijk per jaar
rules-who = Wie mag stemmen?
rules-who_text = Bewoners van { $age } jaar en ouder, met een brief van de gemeente.
rules-choices = Hoeveel kiest u?
rules-cap = Wat mag een baan kosten?
rules-cap_text = Ten hoogste { $cap } per jaar. { $basis }.
rules-counting = Zo tellen we
rules-proposal = Voorstel
rules-places = Banen
rules-cost = Kosten per jaar
rules-ballot_of = Het stembiljet van { $wijk }
rules-wijk = Deze wijk verdeelt { $budget } per jaar. { $eligible } bewoners mogen stemmen.
rules-lot_promise = Controlegetal van de loting. Het lot zelf staat na het tellen bij de uitslag:
rules-seals = De lijst met zegels van { $wijk }
rules-seals_why = Elke brief heeft een zegel. Zo kan iedereen nagaan dat er geen stem bij komt.
rules-check = Zelf nakijken
rules-hash_why = Dit is de vingerafdruk (SHA-256) van de spelregels. Hij staat ook in het logboek.
rules-download = Download de spelregels (JSON)
rules-redraw = De loting staat vast vóór het stemmen. Na het tellen kunt u zelf nagaan dat het dezelfde is.
rules-drawn = De stemmen zijn geteld. Het lot van elke wijk is nu openbaar: waaruit het volgt, en de volgorde.
rules-to_lot = Zie het lot bij de uitslag
rules-choices_text =
    { $n ->
        [one] Ten hoogste 1 voorstel.
       *[other] Ten hoogste { $n } voorstellen.
    }

field-title = Naam van de ronde
field-title_hint = Bijvoorbeeld: Wijkbanen 2027
field-cap = Hoeveel mag één baan per jaar kosten?
field-cap_hint = Ten hoogste € 17.000.
field-cost_basis = Wat betalen we van dit geld?
field-max_choices = Hoeveel voorstellen mag iemand kiezen?
field-min_age = Vanaf welke leeftijd mag iemand stemmen?
field-counting = Hoe worden stemmen banen?
field-counting_hint = Een voorbeeld opent in een nieuw tabblad. Wat u hier typte, blijft staan.
field-min_share = Hoeveel procent van de stemmers moet een baan minstens kiezen?
field-min_share_hint = Leeg is geen grens. Ten hoogste 25.
field-wijken = Welke wijken doen mee?
field-budget = Geld voor de wijk per jaar
field-eligible = Hoeveel bewoners mogen stemmen?
field-reserve = Reserve-enveloppen
field-reserve_hint = Voor wie de brief kwijt is of er geen kreeg. Leeg laten is één op de twintig stemmers.
field-paper = Stembiljetten op papier
field-paper_hint = Voor wie op papier wil stemmen. Leeg laten is geen.
field-name = Naam
field-kind = Wijk of dorp
field-residents = Bewoners
field-residents_hint = Alle leeftijden samen.
field-voting_point = Stempunt
field-voting_point_hint = Waar bewoners stemmen en hulp krijgen. Schrijf de naam en het adres op.
field-reason = Waarom nu?
field-reason_hint = Dit komt in het logboek. Iedereen kan het lezen.
field-public_reason = Waarom stopt de ronde?
field-public_reason_hint = Iedereen kan dit lezen. Schrijf geen namen op.
field-discard = Weet u het zeker?
field-sure = Weet u het zeker?
field-sure_yes = Ja, ik weet het zeker
field-cards_needed = Hoeveel sleutelkaarten openen samen de stembus?
field-cards_needed_hint = Van 2 tot en met 5. Meestal 2.
field-cards_total = Hoeveel sleutelkaarten komen er?
field-cards_total_hint = Ten hoogste 7. Meestal 3: dan mag er één kwijtraken.
field-trial = Is dit een proefronde?
field-trial_hint = Een proefronde is om te oefenen. Op elke pagina van de ronde staat dat. Alleen in een proefronde mag 1 kaart de stembus openen.
field-trial_yes = Ja, deze ronde is alleen om te oefenen

start-proposing = Voorstellen doen begint
start-co_creation = Verbeteren begint
start-checking = Toetsen begint
start-ballot_published = Het stembiljet wordt bekend
start-voting = Het stemmen gaat open
start-closed = Het stemmen sluit
start-council = De raad krijgt het dossier

settings-cards = Sleutelkaarten
settings-cards_text = De stembus gaat alleen open met sleutelkaarten. Verschillende organisaties bewaren ze. Zo kan niemand alleen in de stembus kijken.
settings-counting = Tellen
settings-new = Nieuwe ronde
settings-title = Ronde instellen
settings-lead = Vul alles in. U kunt het veranderen tot de ronde begint.
settings-money = Geld
settings-ballot = Stembiljet
settings-dates = Data
settings-dates_text = De meeste stappen gaan vanzelf op deze tijden. Het is de tijd in Nederland.
settings-wijken = Wijken
settings-each_wijk = Vul hieronder het geld en de stemmers in. Doe dat alleen voor wijken die meedoen.
settings-no_wijken = Er zijn nog geen wijken.
settings-to_wijken = Staat een wijk er niet bij? Voeg haar toe
settings-button = Bewaar
settings-copied = (kopie)

wijken-title = Wijken
wijken-lead = Deze wijken en dorpen kunnen meedoen aan een ronde.
wijken-none = Er zijn nog geen wijken.
wijken-caption = Wijken en dorpen van de gemeente
wijken-add = Voeg een wijk toe
wijken-button = Voeg toe
wijken-to_round = Maak een nieuwe ronde

missing-wijk = Er doet nog geen wijk mee
missing-box_key = De sleutelkaarten zijn nog niet gemaakt
missing-rehearsal = De sleutelkaarten zijn nog niet geprobeerd
missing-budget =
    { $n ->
        [one] 1 wijk heeft nog geen geld
       *[other] { $n } wijken hebben nog geen geld
    }
missing-dates =
    { $n ->
        [one] 1 datum ontbreekt of staat niet op volgorde
       *[other] { $n } data ontbreken of staan niet op volgorde
    }
missing-decisions =
    { $n ->
        [one] Over 1 voorstel is nog niet beslist
       *[other] Over { $n } voorstellen is nog niet beslist
    }
missing-candidates =
    { $n ->
        [one] In 1 wijk is nog niets om op te stemmen
       *[other] In { $n } wijken is nog niets om op te stemmen
    }
missing-print =
    { $n ->
        [one] De brieven van 1 wijk zijn gemaakt en niet geprint. Niemand heeft die codes. Maak ze ongeldig en begin opnieuw
       *[other] De brieven van { $n } wijken zijn gemaakt en niet geprint. Niemand heeft die codes. Maak ze ongeldig en begin opnieuw
    }
missing-codes =
    { $n ->
        [one] 1 wijk heeft nog geen brieven met codes
       *[other] { $n } wijken hebben nog geen brieven met codes
    }
missing-past_dates =
    { $n ->
        [one] 1 datum is al voorbij. Verzet haar eerst
       *[other] { $n } data zijn al voorbij. Verzet ze eerst
    }
missing-destruction = De geheimen van de stembus zijn nog niet vernietigd. Dat gebeurt vanzelf, twee weken na de uitslag

control-next = De volgende stap
control-by_itself = Dit gaat vanzelf op { $moment }. Eerder kan ook, met een reden.
control-closes = Dit gaat vanzelf op { $moment }.
control-any_minute = Dit gaat elk moment vanzelf.
control-waits = De tijd is voorbij. De stap wacht tot alles klaar is.
control-missing = Dit moet eerst:
control-council = De griffier schrijft het besluit van de raad op. U hoeft nu niets te doen.
control-to_count = Ga naar de telling
control-done = Deze ronde is klaar. Er komt geen stap meer.
control-more = Meer over deze ronde
control-copy = Maak een kopie voor volgend jaar
control-cancel = De ronde stoppen
control-cancel_text = Stoppen is voor altijd. Bewoners zien de reden op de pagina van de ronde.
control-cancel_two = Het stembiljet is al openbaar. Daarom moet een tweede persoon akkoord gaan.
control-cancel_button = Stop de ronde
control-by_two = Een collega moet akkoord gaan. De reden komt op de pagina van de ronde.
control-to_dates = Verzet de data
control-to_dates_two = Verzet de data naar later, met een collega

never_early-open_voting = Stemmen gaat nooit vóór de beloofde tijd open. Later kan wel: verzet dan de data.
never_early-close_voting = Stemmen sluit nooit vóór de beloofde tijd. Na het sluiten krijgen stemmers nog tien minuten.

waits-not_ready = Deze ronde staat nog niet klaar
waits-not_ready_text = De eerste datum is voorbij, maar niemand zei dat de ronde klaar is.
waits-missed = De minuut is voorbij
waits-missed_text = De klok liep toen niet, of er ontbrak nog iets. Daarom gaat deze stap niet meer vanzelf. Doe hem nu met de hand, of verzet eerst de data.
waits-jumped = De klok van de computer is versprongen
waits-jumped_text = Daarom gaat het stemmen niet vanzelf open of dicht. Kijk of de tijd op deze computer goed is. Verzet dan samen met een collega de data, of laat ze zoals ze zijn. Daarna loopt alles weer vanzelf.
waits-letters =
    { $n ->
        [one] 1 bewoner heeft nog geen brief
       *[other] { $n } bewoners hebben nog geen brief
    }
waits-letters_text = Daarom gaat het stemmen niet vanzelf open. Maak de brieven. Of open het stemmen met een collega, met een reden die iedereen leest.

draft-not_ready = Dit is een concept. Het begint niet vanzelf, ook niet op de eerste datum.
draft-ready = Zet klaar: begin vanzelf op de eerste datum
draft-is_ready = Deze ronde staat klaar en begint vanzelf op de eerste datum. Verandert u iets, zet haar dan opnieuw klaar.
draft-discard = Het concept weggooien
draft-discard_text = Niemand anders heeft dit concept gezien. Weg is weg.
draft-discard_yes = Ja, gooi het weg
draft-discard_button = Gooi het concept weg

done-round_readied = De ronde staat klaar
done-dates_moved = De data zijn verzet

dates-title = Data verzetten
dates-lead = U kunt alleen verzetten wat nog moet beginnen. Bewoners zien de nieuwe data en de reden.
dates-lead_two = Het stembiljet is openbaar. Stemmen kan daarom alleen later open en later dicht. Een collega moet akkoord gaan.
dates-reason = Waarom verzet u de data?
dates-button = Verzet de data
dates-ask = Vraag een collega om akkoord

said-title = Anders dan gepland
said-dates_moved = { $moment }: de data zijn verzet.
said-opened = { $moment }: twee mensen openden het stemmen met de hand.
said-closed = { $moment }: twee mensen sloten het stemmen met de hand.

secrets-title = Uw stem blijft geheim
secrets-until = Op { $moment } vernietigen we de lijst met brieven en het geheim van deze ronde. Daarna kan niemand nog uitzoeken welke stem van wie is.
secrets-destroyed = Op { $moment } zijn de lijst met brieven en het geheim van deze ronde vernietigd. Niemand kan nog uitzoeken welke stem van wie is, ook niet met de brief in de hand.
room-settings = Instellingen
room-as_resident = Bekijk de ronde als bewoner
room-proposals = De voorstellen
room-rules = De spelregels
room-checks = Voorstellen om te toetsen
room-key = Sleutelkaarten van de stembus
room-letters = Brieven met codes
room-count = De telling
room-outcome = De uitslag
room-dossier = Het dossier voor de raad
room-jobs = De banen

trial = Dit is een proefronde, om te oefenen. De uitslag telt niet.

key-title = Sleutelkaarten van de stembus
key-lead = De stembus krijgt { $total } sleutelkaarten. Er zijn er { $needed } nodig om haar te openen. Wij bewaren ze nergens.
key-lead_alone = De stembus van deze proefronde krijgt één sleutelkaart. Wij bewaren haar nergens.
key-alone = Doe dit samen met een collega. Zorg voor een printer en voor enveloppen.
key-none = Er zijn nog geen kaarten.
key-unshown = De sleutel is gemaakt. Nog niet alle kaarten zijn geprint.
key-to_show = Ga verder met de kaarten
key-gone = Niet alle kaarten zijn geprint, en wij hebben ze niet meer
key-gone_text = Wij houden nieuwe kaarten een uur vast, en niet na een herstart van de computer. Scheur de kaarten die u al heeft. Maak ze daarna allemaal opnieuw.
key-made = Alle kaarten zijn geprint. Probeer ze nu uit.
key-rehearsed = De kaarten zijn gemaakt en geprobeerd. Bewaar ze goed tot de telling.
key-holders_title = Wie bewaart de kaarten?
key-is_shown = geprint
key-not_shown = nog niet geprint
key-holder = Wie bewaart kaart { $n }?
key-holder_text = Kies verschillende organisaties of functies, zoals «Griffie». Schrijf geen namen van mensen op: iedereen kan dit lezen.
key-make_title = Kaarten maken
key-make_text = U ziet elke kaart één keer. Daarna kan niemand haar nog opvragen.
key-make =
    { $n ->
        [one] Maak de sleutelkaart
       *[other] Maak { $n } sleutelkaarten
    }
key-make_again = Maak nieuwe kaarten
key-again_text = De oude kaarten werken dan niet meer. Er mogen nog geen brieven zijn gemaakt.
key-rehearse_title = Kaarten proberen
key-rehearse_text = Typ de kaarten over van papier. We openen er een proefstem mee. Zonder proef kan het stemmen niet open.
key-rehearse = Probeer de kaarten

card-title = Sleutelkaart
card-number = Sleutelkaart { $n } van { $total }
card-for = Deze kaart is voor: { $holder }
card-once = U ziet deze kaart maar één keer
card-once_text = Zet de printer klaar. Zorg dat alleen wie de kaart krijgt, meekijkt.
card-show = Toon kaart { $n }
card-now = Print deze kaart nu
card-now_text = Geen printer? Schrijf de tekens over en laat een collega ze nakijken. Wie de pagina opnieuw laadt, ziet haar niet meer.
card-rows = De vijf rijen van de kaart
card-qr = QR-code met de tekens van deze kaart
card-do_check = Kijk of alle vijf rijen goed te lezen zijn.
card-do_safe = Doe deze kaart in een dichte envelop. Bewaar haar achter slot, niet bij een andere kaart.
card-do_try = Breng de kaart mee als we de kaarten proberen, vóór het stemmen begint.
card-do_count = Breng haar daarna pas weer mee bij de telling.
card-opens = Met { $needed } kaarten samen gaat de stembus open. Deze kaart alleen opent niets.
card-opens_alone = Deze kaart opent de stembus alleen. Dat mag alleen in een proefronde.
card-secret = Maak er nooit een foto of kopie van.
card-then = De volgende kaart
card-to_rehearse = Alle kaarten liggen op papier. Nu proberen
card-to_key = Naar de sleutelkaarten

cards-how_many =
    { $n ->
        [one] U heeft 1 kaart nodig.
       *[other] U heeft { $n } kaarten nodig. Welke eerst komt, maakt niet uit.
    }
cards-scan = Typ elke rij in haar eigen vak. Hoofdletters of kleine letters maakt niet uit. Heeft u een scanner? Scan de hele kaart in het vak van rij 1.
cards-held = Wat goed is, onthouden wij tien minuten. Het komt niet terug op het scherm. Typ alleen wat nog ontbreekt.
cards-card = Kaart { $n }
cards-row = Rij { $n }
cards-row_held = Rij { $n } is goed.
cards-card_row = Kaart { $card }, rij { $row }

letters-title = Brieven met codes
letters-lead = Elke bewoner die mag stemmen, krijgt een brief met een eigen code.
letters-caption = Brieven per wijk
letters-wijk = Wijk
letters-eligible = Mogen stemmen
letters-made = Brieven gemaakt
letters-missing = Nog zonder brief
letters-late = Deze brieven komen misschien te laat
letters-late_text = Het stemmen sluit op { $moment }. Printen, bezorgen en lezen duurt vaak vijf dagen. Verzet eerst de sluiting, of breng de brieven zelf rond.
letters-with_spare = De regels van deze ronde geven er { $reserve } reserve-enveloppen en { $paper } stembiljetten op papier bij.
letters-no_key = Maak eerst de sleutelkaarten. Zonder kaarten kunnen er geen brieven zijn.
letters-too_early = Brieven maken kan als het stembiljet bekend is: { $moment }.
letters-too_early_late = Brieven maken kan als het stembiljet bekend is. Dat is later dan gepland.
letters-too_late = Er kunnen geen brieven meer bij. Het stemmen is open geweest of de ronde is gestopt.
letters-how_many = Hoeveel brieven voor { $wijk }?
letters-issue = Vraag een collega om akkoord
letters-asked = Dit wacht op een tweede persoon. Die maakt en print de brieven.
letters-void = Maak deze brieven ongeldig
letters-void_title = Printen mislukt in { $wijk }? Begin opnieuw
letters-print_title = Brieven om te printen
letters-once = Deze codes ziet u maar één keer. Print ze nu.
letters-once_text = Sluit deze pagina pas als alle brieven goed uit de printer zijn. Bewaar de pagina niet als bestand.
letters-printed = Alle brieven zijn geprint. Terug naar het overzicht
letters-at_most =
    { $n ->
        [one] Ten hoogste 1: zo veel mensen mogen hier stemmen.
       *[other] Ten hoogste { $n }: zo veel mensen mogen hier stemmen. Alle brieven van een wijk maakt u in één keer.
    }
letters-void_text =
    { $n ->
        [one] De gemaakte brief werkt dan niet meer. Gooi hem weg. Daarna maakt u een nieuwe.
       *[other] Alle { $n } brieven van deze wijk werken dan niet meer. Gooi ze weg. Daarna maakt u nieuwe.
    }
letters-print =
    { $n ->
        [one] 1 blad voor { $wijk }
       *[other] { $n } bladen voor { $wijk }
    }

letter-head = { $wijk }, brief nummer { $number }
letter-head_reserve = { $wijk }, reserve-envelop nummer { $number }
letter-head_paper = { $wijk }, stembiljet op papier, nummer { $number }
letter-paper = Met deze code kan niemand op de site stemmen. Bewaar dit blad achter slot bij de stembiljetten.
letter-qr_paper = QR-code van dit stembiljet
letter-lead = U mag stemmen over banen in uw wijk. U kiest welk werk er komt.
letter-code = Uw code:
letter-qr = QR-code naar de stempagina
letter-step_go = Scan het vierkant met uw telefoon. Of ga naar { $site }.
letter-step_code = Vul de code in.
letter-step_choose = Kies de banen die u goed vindt.
letter-step_send = Druk op de knop om te stemmen. Klaar!
letter-until = U kunt stemmen tot { $moment }.
letter-help = Hulp nodig, of stemmen zonder computer? Kom met deze brief naar { $place }.
letter-secret = Geef deze brief aan niemand. Met de code kan iemand anders voor u stemmen.

count-title = Telling
count-lead = De sleutelkaarten openen de stembus. Daarna is de uitslag meteen voor iedereen te zien.
count-caption = De gesloten stembussen
count-ballots = Stembiljetten
count-head = Vingerafdruk
count-compare = Vergelijk dit met het logboek. Leg dan de sleutelkaarten bij elkaar. Tel met twee mensen.
count-ask = Vraag een collega om mee te tellen
count-asked = Dit wacht op een tweede persoon. Die typt de kaarten en telt.
count-to_request = Naar het verzoek
count-done = De stemmen zijn geteld.
count-cancelled = Deze ronde is gestopt. Er wordt niet geteld.
count-too_early = Tellen kan als het stemmen dicht is: { $moment }.
count-too_early_late = Tellen kan als het stemmen dicht is.

work-title = Mijn werk
work-lead = Dag { $name }. Dit wacht op u.
work-checks = Voorstellen toetsen
work-to_checks = Ga naar de toets
work-council = Voor de raad
work-no_decisions = Er is nu geen uitslag voor de raad.
work-record = Schrijf het besluit op
work-rounds = Rondes
work-no_rounds = Er is nu geen ronde.
work-desk = Stempunten
work-desk_text = Help bewoners met hun code. Kijk niet mee wat ze kiezen.
work-no_vote = Er is nu geen stemming.
work-place = { $wijk }: { $place }
work-people = Mensen
work-to_people = Beheer accounts
work-waiting =
    { $n ->
        [one] Er wacht 1 voorstel.
       *[other] Er wachten { $n } voorstellen.
    }

lost-title = Brief kwijt of gestolen
lost-lead = Zoek het nummer van de brief in de lijst van de gemeente. Kijk naar het bewijs van wie voor u staat.
lost-not_now = Een brief ongeldig maken kan van de brieven tot het stemmen dicht is.
lost-field-wijk = In welke wijk?
lost-field-number = Nummer op de brief
lost-field-reason = Wat is er met de brief?
lost-field-replacement = Nummer op de reserve-envelop die u meegeeft
lost-field-replacement_hint = Pak een envelop en typ het nummer over. Geef hem pas als uw collega akkoord is. Leeg laten kan ook.
lost-left =
    { $n ->
        [one] In { $wijk } ligt nog 1 reserve-envelop.
       *[other] In { $wijk } liggen nog { $n } reserve-enveloppen.
    }
lost-button = Vraag een collega om akkoord
lost-link = Een brief is kwijt of gestolen in { $round }

making-title = Brieven maken
making-how_far = { $made } van de { $total } codes zijn gemaakt.
making-wait = Elke brief kost even rekenen. U mag deze pagina sluiten en later terugkomen.
making-again = Kijk opnieuw
making-ready = De brieven zijn klaar. U ziet ze maar één keer.
making-ready_text = Zorg dat de printer aanstaat en genoeg papier heeft. U hebt een uur de tijd.
making-show = Toon de brieven
making-failed = De brieven zijn niet gemaakt
making-failed_text = Er is niets veranderd. Kijk bij de brieven van de ronde of het nog kan, en vraag het opnieuw.
making-nothing = Hier zijn geen brieven om te printen
making-nothing_text = Ze zijn al getoond, of het uur is voorbij. Is het printen mislukt? Maak de brieven dan ongeldig en begin opnieuw.
