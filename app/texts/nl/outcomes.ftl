### De uitslag, het dossier voor de raad, het besluit en de banen.

title = Uitslag
advice = De bewoners kozen. De gemeenteraad neemt het besluit.
decided = De bewoners kozen. De gemeenteraad nam het besluit.
turnout = { $voted } van de { $eligible } mensen stemden. Dat is { $percent }.
left = Over: { $left }
topped_up = Van die banen is { $money } betaald met het geld dat overbleef.
stays = Er blijft { $left } over.
strip = Van { $budget } gaat { $spent } naar de gekozen banen.
won = Gekozen
from_left = Met het geld dat overbleef
not_won = Niet gekozen
declined = De raad besloot: komt er niet
declined_short = komt er niet
declined_why = Lees waarom
wijken = Kies een wijk

sentence-none = Er komt geen baan.

sentence-jobs =
    { $n ->
        [one] Er komt { $n } baan, als de raad het goed vindt.
       *[other] Er komen { $n } banen, als de raad het goed vindt.
    }

sentence-adopted =
    { $n ->
        [one] De raad heeft besloten: er komt { $n } baan.
       *[other] De raad heeft besloten: er komen { $n } banen.
    }

sentence-chosen =
    { $n ->
        [one] De bewoners kozen { $n } baan.
       *[other] De bewoners kozen { $n } banen.
    }

sentence-voted =
    { $n ->
        [one] { $n } bewoner stemde.
       *[other] { $n } bewoners stemden.
    }

sentence-ideas =
    { $n ->
        [one] De bewoners kozen { $n } idee. Een idee met meer plekken geeft meer banen.
       *[other] De bewoners kozen { $n } ideeën. Een idee met meer plekken geeft meer banen.
    }

rejected =
    { $n ->
        [one] { $n } van die stemmen klopte niet en telt niet mee.
       *[other] { $n } van die stemmen klopten niet en tellen niet mee.
    }

laid_aside =
    { $n ->
        [one] Ook lag er { $n } stem bij een brief die niet meer geldt. Die bleef dicht en telt niet mee.
       *[other] Ook lagen er { $n } stemmen bij brieven die niet meer gelden. Die bleven dicht en tellen niet mee.
    }

votes =
    { $n ->
        [one] { $n } stem
       *[other] { $n } stemmen
    }

places =
    { $n ->
        [one] { $n } plek
       *[other] { $n } plekken
    }

places_of =
    { $n ->
        [one] { $granted } van de { $n } plek
       *[other] { $granted } van de { $n } plekken
    }

jobs_of =
    { $n ->
        [one] { $n } baan
       *[other] { $n } banen
    }

people =
    { $n ->
        [one] { $n } mens
       *[other] { $n } mensen
    }

voters =
    { $n ->
        [one] { $n } stemmer
       *[other] { $n } stemmers
    }

why-fits = Dit idee kreeg { $votes }. Er was nog { $left }, genoeg voor { $cost }.
why-partly = Dit idee kreeg { $votes }. Er was nog { $left }, genoeg voor { $places }.
why-votes = Dit idee kreeg { $votes }.
why-top_up = De wijk had nog { $left } over en betaalt het daaruit. Van alles wat daar in paste, had dit idee de meeste stemmen.
why-paid_few = Dit idee kreeg { $votes }. Wie het koos, had samen genoeg geld.
why-poor_few = Dit idee kreeg { $votes }. Wie het koos, had samen niet genoeg geld.
why-load = Dit idee kreeg { $votes }. De kosten zijn verdeeld over wie het koos. Samen met eerdere banen is dat { $load } per mens.
why-load_few = Dit idee kreeg { $votes }. De kosten zijn verdeeld over wie het koos.
why-short = Dit idee kreeg { $votes }. Er was nog { $left }. Dat is { $short } te weinig.
why-stopped = Dit idee kreeg { $votes }. Een idee dat eerder aan de beurt was, paste niet. Toen is er gestopt.
why-equalled = Eén keer stond dit idee gelijk met een gekozen idee. Dat ging voor.
why-not_reached = Dit idee kreeg { $votes }. Het volgende idee paste niet meer in het geld. Toen is er gestopt.
why-no_votes = Niemand koos dit idee.
why-too_dear = Dit idee kost { $short } meer dan al het geld van de wijk.
why-too_few = Dit idee kreeg { $votes }. Het had minstens { $needed } nodig.

why-paid =
    { $n ->
        [one] { $n } mens steunde dit en betaalde { $price } uit zijn deel.
       *[other] { $n } mensen steunden dit; zij betaalden elk { $price } uit hun deel.
    }

why-paid_some =
    { $n ->
        [one] { $all } steunden dit. { $n } van hen betaalde { $price } uit zijn deel.
       *[other] { $all } steunden dit. { $n } van hen betaalden elk { $price } uit hun deel.
    }

why-paid_part =
    { $n ->
        [one] { $n } van hen had minder over en gaf dat allemaal.
       *[other] { $n } van hen hadden minder over en gaven dat allemaal.
    }

why-paid_nothing =
    { $n ->
        [one] { $n } van hen had niets meer over.
       *[other] { $n } van hen hadden niets meer over.
    }

why-poor =
    { $n ->
        [one] { $n } mens steunde dit en had nog { $left } over. Er was { $short } te weinig.
       *[other] { $n } mensen steunden dit. Zij hadden samen nog { $left } over. Er was { $short } te weinig.
    }

why-poor_spent =
    { $n ->
        [one] { $n } mens steunde dit. Die gaf eerst { $spent } aan andere banen en had nog { $left } over. Er was { $short } te weinig.
       *[other] { $n } mensen steunden dit. Samen gaven zij eerst { $spent } aan andere banen. Zij hadden samen nog { $left } over. Er was { $short } te weinig.
    }

why-needed =
    { $n ->
        [one] Met nog { $n } stem was het eerder aan de beurt. Dan was er genoeg.
       *[other] Met nog { $n } stemmen was het eerder aan de beurt. Dan was er genoeg.
    }

why-shares =
    { $n ->
        [one] Om dat te betalen is { $n } heel deel nodig.
       *[other] Om dat te betalen zijn { $n } hele delen nodig.
    }

tie-cost = Bij gelijke stand ging het goedkoopste idee voor.
tie-votes = Bij gelijke stand ging het idee met de meeste stemmen voor.
tie-lot = Bij gelijke stand besliste het lot van vóór de stemming.

table-caption = Alle ideeën op het stembiljet van { $wijk }
table-job = Baan
table-idea = Idee
table-why = Waarom
table-votes = Stemmen
table-cost = Kosten per jaar
table-cost_of = { $granted } van { $cost }

again-title = Reken het zelf na
again-text = Hier staan alle stemmen, zonder namen. Met de spelregels erbij kan iedereen de uitslag narekenen.
again-few = { $wijk }: minder dan 10 stemmen. Die zetten we niet los op internet. Kom langs om ze na te tellen.
again-pack = Download alles van deze ronde
again-pack_text = In dit bestand staan de regels, het logboek, alle enveloppen met de sleutel, de stemmen en de uitslag. Hiermee kijkt u alles na zonder deze website:
again-rules = De spelregels van deze ronde

dossier-title = Dossier voor de gemeenteraad
dossier-link = Dossier voor de gemeenteraad
dossier-lead = Wat de bewoners kozen, wat het kost en hoe er is geteld.
dossier-how = Hoe is er geteld?
dossier-rules = Controlegetal van de spelregels: { $hash }
dossier-box = Controlegetal van de gesloten stembus: { $head }
dossier-decided = Besluit van de raad op { $day }
dossier-declined = De raad wijkt af van de bewoners bij:

decide-title = Besluit van de raad
decide-not_now = De ronde ligt nu niet bij de raad.
decide-ruling = Wat besloot de raad?
decide-reason = Waarom?
decide-reason_hint = Bewoners lezen dit ook. Schrijf in gewone taal.
decide-declined = Banen die niet doorgaan
decide-declined_hint = Alleen als de raad afwijkt. Geef bij elke baan de reden.
decide-why = Reden bij «{ $title }»
decide-final = Dit besluit blijft altijd zichtbaar, naast de keuze van de bewoners.
decide-button = Leg het besluit vast

ruling-adopt = De raad neemt de hele lijst over
ruling-adopt_with_deviations = De raad neemt de lijst over, behalve enkele banen
ruling-return = De raad stuurt de lijst terug

job-agreement = Afspraak met de organisatie
job-vacancy = Open: wie wil dit werk?
job-filled = Bezet
job-ended = Gestopt

jobs-title = De banen van deze ronde
jobs-lead = { $filled } van de { $all } plekken zijn bezet.
jobs-none = Er zijn nog geen banen. Eerst beslist de raad.
jobs-state = Stand
jobs-change = Wijzig
jobs-change_of = Stand van { $title }
jobs-save = Bewaar
jobs-place = plek { $n }
jobs-no_names = Wie er werkt, staat hier nooit. Het gaat om banen, niet om mensen.

how-equal_shares = Iedere stemmer had een even groot deel van het geld. Wie een idee koos, betaalde ervoor.
how-skip = Het idee met de meeste stemmen ging voor. Wat niet paste, sloegen we over.
how-stop = Het idee met de meeste stemmen ging voor. Bij het eerste idee dat niet paste, zijn we gestopt.
how-divisible = Het idee met de meeste stemmen ging voor. Paste het niet helemaal? Dan kreeg het minder plekken.
how-partial = Het idee met de meeste stemmen ging voor. Paste het niet helemaal? Dan kreeg het wat er nog was.
how-per_euro = Het idee met de meeste stemmen per euro ging voor.
how-phragmen = De kosten van een idee zijn verdeeld over wie het koos. Het idee dat per kiezer het minst kostte, ging voor.

share-nobody = Niemand koos een idee. Er was niets te verdelen.
share-start = Er was { $budget } voor { $voters }. Iedereen begon met een deel van { $share }.
share-fixed = Dat deel bleef de hele telling gelijk.
share-grew = Zo ging niet al het geld op. Daarom kreeg iedereen er op papier steeds iets bij, tot { $share }. De banen kosten samen nooit meer dan het geld van de wijk.
share-exhausted = Toen kon er geen idee met stemmen meer bij.
share-exhausted_at_once = Met dat deel kon er al geen idee met stemmen meer bij.
share-overspend = Met nog meer kostten de banen samen meer dan er was.
share-overspend_at_once = Met meer kostten de banen samen meer dan er was.
share-replaced = Maar meer stemmers waren beter af met de meeste stemmen. Volgens de spelregels geldt dan die uitslag.

share-need =
    { $n ->
        [one] Voor een idee van { $cost } was ongeveer { $n } mens nodig die zijn hele deel geeft.
       *[other] Voor een idee van { $cost } waren ongeveer { $n } mensen nodig die hun hele deel geven.
    }

support-title = Wat betekent «dichtst bij»?
support-means = Elke keer dat een baan gekozen werd, keken we ook naar de andere ideeën. Stel: 12 mensen betaalden elk een twaalfde van die baan. Dan betaalt elke steuner van een ander idee ook een twaalfde van dat idee. Wie dat niet heeft, geeft alles wat over is. Welk deel van de kosten is er dan? Het hoogste deel staat in de lijst. Daarna gaf een steuner soms geld aan een andere baan. Aan het eind kan er dus minder zijn.
support-head = Dichtst bij
support-enough = Genoeg
support-part = { $n } % van de kosten
support-equal = Gelijk, maar een ander ging voor
support-top_up = Niet genoeg, toch gekozen
support-none = Telde niet mee
support-few = Hier stemden minder dan 10 mensen. Daarom staat er niet bij wie samen wat betaalde.

rule-title = Zo is er geteld
rule-all = Alle regels van deze telling
rule-json = Dezelfde regels voor de computer, zoals ze zijn vastgelegd:
rule-frozen = De regels stonden vast vóór de stemming.
rule-link = De spelregels van deze ronde

rule-name-by_votes = Meeste stemmen
rule-name-equal_shares = Gelijke delen
rule-name-phragmen = Gedeelde kosten

rule-inline-by_votes = de meeste stemmen
rule-inline-equal_shares = gelijke delen
rule-inline-phragmen = gedeelde kosten

lot-number = nummer { $n } op het stembiljet
lot-title = Het lot van { $wijk }
lot-see = Bekijk het lot
lot-what = Zijn twee ideeën in alles gelijk? Dan gaat voor wie hier hoger staat.
lot-promised = Beloofd getal
lot-seed = Lotgetal
lot-head = Controlegetal van de dichte stembus
lot-promise = Controlegetal van vóór de stemming
lot-promise_command = Opdracht 1: is het beloofde getal niet veranderd?
lot-seed_command = Opdracht 2: volgt het lotgetal uit het beloofde getal en de stembus?
lot-order_command = Opdracht 3: klopt de volgorde?
lot-check = Zo kijkt u een lot na
lot-check_seed = Neem opdracht 1, die bij het lot staat. Voer die uit op een computer met Linux of macOS. Dit rekent met SHA-256.
lot-check_rules = Komt er het controlegetal uit de spelregels uit? Dan is het beloofde getal niet veranderd.
lot-check_box = Voer opdracht 2 uit. Komt het lotgetal eruit? Dan kon niemand het lot kiezen: niet wie het getal beloofde, en niet wie stemde.
lot-check_order = Voer ook opdracht 3 uit. Achter elke uitkomst staat een nummer van het stembiljet. Die nummers horen in dezelfde volgorde te staan als het lot.

coverage-title = Wie kreeg iets van zijn keuze?
coverage-with = Stemmers met minstens één gekozen idee
coverage-without = Stemmers zonder gekozen idee
coverage-average = Gekozen ideeën per stemmer, gemiddeld
coverage-group = { $n } ({ $percent })
coverage-short = Stemmers die iets kregen
coverage-few = minder dan 10
coverage-more_than = meer dan { $n }
coverage-hidden = te weinig stemmers

compare-title = Twee manieren van tellen
compare-link = Vergelijk twee manieren van tellen
compare-lead = Dezelfde stemmen, op twee manieren geteld. De uitslag met { $rule } geldt. De andere staat erbij om te vergelijken.
compare-by_votes = Bij de meeste stemmen gaat het idee met de meeste kiezers voor. Wie met veel is, krijgt dan veel.
compare-equal_shares = Bij gelijke delen heeft iedere stemmer evenveel geld. Ook wie met minder is, kan dan iets krijgen.
compare-phragmen = Bij gedeelde kosten betaalt wie een idee koos. Wie al veel kreeg, gaat minder vaak voor.
compare-no_advice = Deze pagina kiest niet. De manier stond vast vóór de stemming.
compare-valid = { $rule } (geldt)
compare-same = Op beide manieren komen hier dezelfde banen.
compare-other = Met { $other } was de lijst anders:
compare-in = Erbij
compare-out = Eruit
compare-changed = Ander aantal
compare-in_with = Wel met { $other }
compare-out_with = Niet met { $other }
compare-changed_with = Ander aantal met { $other }
compare-none = Niet
compare-job = { $title }: { $places }, { $cost }, { $votes }.
compare-left = Nu blijft er { $left } over. Met { $other } was dat { $other_left }.
compare-voters = Nu kregen { $with } stemmers minstens één keuze. Met { $other } waren dat er { $other_with }.
compare-caption = De ideeën van { $wijk }, op twee manieren geteld
compare-coverage = De stemmers van { $wijk }
compare-jobs = Banen
compare-spent = Geld voor banen
compare-money_left = Geld over
compare-wijken = Verdeeld over de wijken
compare-wijken_caption = Banen, geld en stemmers per wijk
compare-wijk = Wijk
compare-few = Een groep van minder dan 10 mensen laten we niet zien. Zo herkent u niemand.

own-title = De uitslag van dit idee
