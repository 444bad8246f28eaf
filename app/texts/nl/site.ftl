### Wat op elke pagina staat.

title = { $page } – Wijkbanen { $municipality }
description = Bewoners kiezen samen nuttig werk voor hun wijk.
skip = Ga naar de inhoud
demo_banner = Dit is een voorbeeld. Niets hier telt echt mee.
sign_in = Inloggen
sign_out = Uitloggen
error_title = Fout
error_prefix = Fout:
error_summary = Er klopt iets nog niet

nav-label = Hoofdmenu
nav-rounds = Rondes
nav-vote = Stemmen
nav-explain = Hoe werkt het?
nav-mine = Mijn ideeën
nav-work = Werk
nav-demo = Demo

foot-label = Meer
foot-safe = Hoe veilig is dit?
foot-displacement = Eerlijk werk
foot-journal = Logboek
foot-accessibility = Toegankelijkheid
foot-privacy = Privacy
foot-help = Hulp
foot-place = Wijkbanen van { $municipality }
