### Het openbare logboek.

title = Logboek
lead = Hier staat alles wat er gebeurde. Elke regel hangt vast aan de regel ervoor. Zo valt het op als iemand iets verandert.
caption = Wat er gebeurde, het nieuwste eerst
number = Nummer
when = Wanneer
what = Wat
who = Door wie
hash = Controlegetal
check = Zelf nakijken of er niets veranderd is
check_text = Schrijf de sleutel over, en het controlegetal van de nieuwste regel. Later kunt u in het bestand nazien dat de sleutel dezelfde is en dat uw regel er nog staat. Wie alleen bij de database kan, kan geen regels ondertekenen.
key = Sleutel waarmee elke regel is ondertekend:
file = Download het hele logboek
pages = Bladeren
newer = Nieuwer
older = Ouder

by-clock = de klok
by-console = het systeem

detail-issued = { $n } zegels
detail-letter = brief { $number }
detail-letters = { $n } zegels. Controlegetal van de lijst: { $hash }
detail-ballots = { $n } stemmen in de bus
detail-few_ballots = minder dan 10 stemmen in de bus
detail-closed = { $n } stemmen in de bus. Controlegetal van de bus: { $hash }
detail-counted = { $valid } geldig, { $rejected } ongeldig, { $aside } ongeopend opzij gelegd
detail-minutes = { $n } minuten vooruit

event-person_added = Er kwam een account bij
event-round_made = Een ronde is gemaakt
event-round_changed = De instellingen van een ronde zijn veranderd
event-round_stepped = Een ronde ging naar een nieuwe fase
event-rules_frozen = De spelregels liggen vast
event-box_key_made = De sleutel van de stembus is gemaakt
event-box_rehearsed = De sleutelkaart is uitgeprobeerd
event-codes_issued = Er zijn stemcodes gemaakt
event-codes_voided = De stemcodes van een wijk zijn ongeldig gemaakt
event-letter_cancelled = Een brief is ongeldig gemaakt
event-round_tampered = Iemand schreef met de hand in een ronde. Stemmen of tellen kan niet tot het is uitgezocht
event-sheet_made = Het blad van de ronde ligt vast: dit is het controlegetal
event-seals_fixed = De lijst met zegels ligt vast
event-hourly_count = Zo veel stemmen zaten in de bus
event-box_closed = De stembus ging dicht
event-box_counted = De stembus is geopend en geteld
event-proposal_submitted = Er is een idee ingestuurd
event-proposal_changed = Een idee is veranderd
event-proposal_withdrawn = Een idee is ingetrokken
event-checklist_answered = De vragen van de toets zijn beantwoord
event-opinion_recorded = De mening van een partij is opgeschreven
event-check_decided = De toetser besliste over een idee
event-council_decided = De gemeenteraad besliste
event-job_followed = De stand van een baan is veranderd
event-demo_loaded = De voorbeeldgemeente is geladen
event-demo_clock_moved = De klok van de demo is vooruit gezet
