### Zelf narekenen, in de browser of met het programma.

button = Tel alles opnieuw
retry = Probeer het opnieuw
hint = Uw eigen computer of telefoon haalt het bestand met alles van deze ronde op. Hij telt alle stemmen en kijkt of er niets is veranderd.
same = Zelfde uitslag. Alles klopt.
other = Andere uitslag. Er klopt iets niet.
wrong = Zelfde banen, maar er klopt iets niet.
unclear = Dit is niet na te rekenen. Er klopt iets niet.
fails = klopt niet
is_right = klopt
unknown = kon niet worden nagekeken
blocked = kon niet meer worden nagekeken
unreachable = De stemmen konden niet worden opgehaald. Kijk of u internet hebt en laad de pagina opnieuw. U kunt ook narekenen met het bestand en de opdracht hieronder.
unable = Deze browser kan de stemmen niet tellen. Probeer een andere of een nieuwere. U kunt ook narekenen met het bestand en de opdracht hieronder.
unreadable = Het antwoord van de website is niet te lezen. Er klopt iets niet, of deze pagina is oud. Laad de pagina opnieuw. U kunt ook narekenen met het bestand en de opdracht hieronder.
on_page = Op deze pagina gekozen, maar niet na het tellen: { $jobs }.
after_count = Gekozen na het tellen, maar niet op deze pagina: { $jobs }.
order = De volgorde van de banen is anders.
left = Op deze pagina blijft { $announced } over. Na het tellen is dat { $found }.
to_do = Laat dit aan ons weten. Wij zoeken het uit.
partly = Wat na te kijken is, klopt. Niet alles is na te kijken.
parts = Alles wat is nagekeken
counted = Alle { $ballots } stemmen zijn opnieuw geteld. De uitslag is dezelfde.
few = Hier stemden minder dan 10 mensen. Die stemmen staan niet in het bestand. Kom langs om ze na te tellen.

busy-download = Het bestand komt binnen.
busy-check = De zegels en handtekeningen worden nagekeken.
busy-count = De stemmen worden geteld.

name-rules = Spelregels
name-seals = Zegels
name-signatures = Handtekeningen
name-not_counted = Niet geteld
name-box = Stembus
name-choices = Keuzes
name-lot = Lot
name-count = Telling
name-proof = Bewijs

holds-rules = Dit zijn de regels van vóór de stemming.
holds-seals = Elke stem heeft een eigen zegel. Alle { $seals } zegels stonden vooraf op de lijst.
holds-signatures = Bij alle { $ballots } stemmen klopt de handtekening.
holds-not_counted = Wat niet is geteld, is terecht niet geteld. Elke envelop is opnieuw geopend.
holds-box = Er is geen stem bij gekomen, veranderd of weggehaald.
holds-choices = Op elke stem staat alleen wat mag.
holds-lot = Het lot lag vast vóór de stemming.
holds-count = Opnieuw tellen geeft dezelfde banen. Ook het geld dat over is, klopt.
holds-proof = Niemand betaalde meer dan zijn deel. De betalingen kloppen precies. Geen andere baan had voor moeten gaan.

problem-other_rules = Dit zijn niet de regels van vóór de stemming.
problem-foreign_rules = De regels gaan niet over deze wijk.
problem-other_seals = De lijst met zegels is niet die van vóór de stemming.
problem-seal_twice = Zegel { $seal } staat twee keer op de lijst.
problem-foreign_seal = Er is een stem met een zegel dat niet op de lijst staat: { $seal }.
problem-repeated_seal = Er zijn meer stemmen met hetzelfde zegel: { $seal }.
problem-bad_signature = Een stem is veranderd. De handtekening van zegel { $seal } klopt niet.
problem-invalid_choices = Op een stem staat iets dat niet mag. Het is die met zegel { $seal }.
problem-too_many_seals = Er staan meer zegels op de lijst dan er mensen zijn die mogen stemmen.
problem-other_envelope = De envelop bij zegel { $seal } is niet die uit de stembus.
problem-other_key = De sleutel is niet die van de stembus.
problem-too_many_laid_aside = Er zijn meer stemmen opzijgelegd dan er brieven ongeldig zijn gemaakt.
problem-wrongly_rejected = De stem met zegel { $seal } telde niet mee. De reden daarvoor klopt niet.
problem-other_box = Dit is niet de stembus die is gesloten. Er is een stem bij gekomen, veranderd of weggehaald.
problem-other_seed = Het lot is niet dat van vóór de stemming.
problem-other_order = Het lot geeft een andere volgorde.
problem-uncountable = Met deze regels zijn deze stemmen niet te tellen.
problem-other_outcome = Opnieuw tellen geeft een andere uitslag.
problem-no_proof = De betalingen bewijzen de uitslag niet.

item-files = Bestanden
item-journal = Logboek
item-two_people = Twee mensen
item-rules = Regels
item-sheet = Ronde
item-letters = Brieven
item-cancelled = Ongeldige brieven
item-opening = Enveloppen
item-published = Uitslag

item_holds-files = Er ontbreekt niets, en er zit niets bij dat er niet hoort.
item_holds-journal = Het logboek is heel en ondertekend. Niets is erin veranderd.
item_holds-two_people = De brieven en de telling zijn door de één gevraagd. Een ander gaf akkoord.
item_holds-rules = Dit zijn de regels die vóór de stemming in het logboek kwamen.
item_holds-sheet = De sleutel, de data en de lijsten zijn die van vóór de stemming.
item_holds-letters = Er zijn precies zoveel zegels als brieven en enveloppen.
item_holds-cancelled = Wat is opzijgelegd, hoorde bij brieven die niet gelden.
item_holds-opening = Elke envelop is opnieuw geopend. Erin zit wat in de lijst staat.
item_holds-published = De uitslag volgt uit de stemmen en staat zo in het logboek.

wrong-file = Dit bestand klopt niet: { $what }.
wrong-journal = Regel { $what } van het logboek klopt niet.
wrong-other_signer = Het logboek is ondertekend met een andere sleutel: { $what }.
wrong-no_such_head = De code die u opschreef, staat niet in het logboek.
wrong-not_counted = Het logboek eindigt niet met de telling van deze ronde.
wrong-again = Het logboek zegt iets voor de tweede keer dat maar één keer mag: { $what }.
wrong-alone = Regel { $what } van het logboek: daar staan geen twee mensen achter.
wrong-no_letters = Het logboek zegt niet dat twee mensen de brieven van { $what } maakten.
wrong-other = Dit is niet wat is vastgelegd: { $what }.
wrong-letter = Brief { $what } is niet de brief die ongeldig is gemaakt.

command-title = Narekenen op uw eigen computer
command-file = Alle stemmen als bestand voor andere programma's (Pabulib)
command-text = Haal het bestand op. Zet daarna in een terminal:
command-after = Het programma geeft de gekozen banen, in dezelfde volgorde.
command-proof = Wat iedereen betaalde (JSON)
