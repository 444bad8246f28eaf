### Hoe er wordt geteld: de uitleg met een voorbeeld, de regel in woorden, de proeftelling.

title = Zo worden stemmen banen
lead = Er zijn twee manieren om te tellen, elk met eigen keuzes. Samen zijn het er vijf. De gemeente kiest er één, vóór de ronde begint.
real = U ziet het verschil met een klein voorbeeld. Het voorbeeld is verzonnen. De getallen zijn echt geteld.
job_head = Idee
votes_head = Stemmen
cost = Kosten per jaar
left = Over: { $left }
strip = Van { $budget } gaat { $spent } naar banen. Er blijft { $left } over.
and = { " " }en{ " " }
to_rounds = De regel van uw ronde staat bij de spelregels. Zoek uw ronde
to_explain = Terug naar de uitleg

places =
    { $n ->
        [one] { $n } plek
       *[other] { $n } plekken
    }

votes_of =
    { $n ->
        [one] { $n } stem
       *[other] { $n } stemmen
    }

from-street =
    { $n ->
        [one] { $n } buur uit de straat
       *[other] { $n } buren uit de straat
    }

from-square =
    { $n ->
        [one] { $n } buur van het plein
       *[other] { $n } buren van het plein
    }

gain =
    { $n ->
        [one] { $n } van de { $all } buren krijgt iets dat hij koos.
       *[other] { $n } van de { $all } buren krijgen iets dat ze kozen.
    }

nothing-street =
    { $n ->
        [one] De buur uit de straat krijgt niets.
       *[other] De { $n } buren uit de straat krijgen niets.
    }

nothing-square =
    { $n ->
        [one] De buur van het plein krijgt niets.
       *[other] De { $n } buren van het plein krijgen niets.
    }

job-coffee = Koffie schenken
job-odd_jobs = Klussen bij buren
job-green = Groen in de wijk
job-bicycles = Fietsen maken
job-language = Taal oefenen

story-title = Het voorbeeld
story-text = Een kleine wijk heeft { $budget } per jaar. Er stemmen { $voters } buren. { $street } buren wonen in de straat. { $square } buren wonen aan het plein. Zij kiezen uit { $jobs } ideeën.
story-street = Een buur uit de straat
story-square = Een buur van het plein
story-filled = Dicht: deze buur koos het idee
story-caption = Wie koos wat?
story-chosen_by = Gekozen door

votes-title = Manier 1: de meeste stemmen gaan voor
votes-text = We beginnen met het idee met de meeste stemmen. Past het in het geld? Dan komt de baan er. Daarna kijken we naar het volgende idee.
votes-fits = Er is { $left }. Het kost { $cost }. Dat past.
votes-short = Er is nog { $left }. Het kost { $cost }. Dat past niet. We slaan het over.
votes-gone = Het geld is op. Dit idee kan niet meer.
votes-tie = Een ander idee heeft evenveel stemmen. Dan gaat het goedkoopste voor.
votes-why = Hoe komt dat? In de straat wonen de meeste buren. Hun ideeën hebben steeds meer stemmen. Daarom gaat al het geld naar de straat.
votes-stopped = Het begin is hetzelfde. Maar «{ $job }» past niet. Dan stoppen we. Er blijft { $left } over.
votes-partly = Het begin is hetzelfde. «{ $job }» past niet helemaal. Er is nog { $left }. Dat is genoeg voor { $places }. Zo veel komt er.

shares-title = Manier 2: gelijke delen
shares-text = Iedere stemmer krijgt een even groot deel van het geld. Hier is dat { $budget } gedeeld door { $voters } stemmers. Elk deel is dus { $share }.
shares-rule = Met uw deel betaalt u mee aan wat u koos. Een baan komt er als haar kiezers haar samen kunnen betalen. Ieder van hen betaalt evenveel. De baan met de meeste betalers gaat voor.
shares-key_left = Vol: dit is nog over
shares-key_paid = Strepen: dit betaalt de buur nu
shares-key_gone = Leeg: dit is al betaald
shares-round = Stap { $round }: { $job }
shares-tie = Een andere baan heeft evenveel betalers. Dan gaat de goedkoopste voor.
shares-keep = Ieder van hen houdt { $left } over.
shares-round_none = Stap { $round }: er past niets meer
shares-nobody = Geen groep kan nu nog samen een baan betalen.
shares-grow_title = Er is nog { $left }: de delen groeien
shares-grow = Iedereen krijgt er steeds { $step } bij. Zo kan een groep misschien toch een baan betalen. We stoppen als de banen samen te duur worden.
shares-too_much = Hier is dat bij { $share } per mens. Dan komt «{ $job }» erbij. Alle banen samen kosten dan { $spent }. Dat is meer dan { $budget }. Dus die baan komt er niet.
shares-rest_stays = Wat niemand kan betalen, blijft over.
shares-why = Hoe komt dat? De straat betaalde haar eerste baan. Het plein had nog zijn hele deel. Daarmee kon het plein ook een baan betalen.
shares-top_up = Het begin is hetzelfde. Er is nog { $left }. Daarmee tellen we verder op aantal stemmen. Het eerste idee dat past, is «{ $job }». Het kost { $cost }.
shares-paid_title = Wie betaalde wat?
shares-paid_text = Niemand betaalt echt. Het is het geld van de wijk, in gelijke delen.
shares-paid_caption = Zo veel van zijn deel gaf elke buur
shares-who_head = Buren
shares-nothing = niets

shares-pay =
    { $n ->
        [one] { $who } betaalt { $price }. Dat is { $cost }.
       *[other] { $who } betalen elk { $price }. Samen is dat { $cost }.
    }

shares-poor =
    { $n ->
        [one] { $n } mens koos «{ $job }» en heeft nog { $left }. Het kost { $cost }. Dat is { $short } te weinig.
       *[other] { $n } mensen kozen «{ $job }». Zij hebben samen nog { $left }. Het kost { $cost }. Dat is { $short } te weinig.
    }

compared-title = Alles naast elkaar
compared-text = Het zijn steeds dezelfde stemmen. Alleen de manier van tellen is anders.
compared-caption = Vijf manieren, één voorbeeld
compared-way = Manier
compared-jobs = Banen
compared-left = Over
compared-gain = Buren die iets krijgen
compared-of = { $some } van de { $all }

always-title = Dit is altijd zo
always-fixed = De regel staat vast vóór het stemmen. Daarna kan niemand hem veranderen.
always-wijk = Elke wijk telt apart, met haar eigen geld.
always-ties = Staan twee ideeën gelijk? Het goedkoopste gaat voor. Daarna het idee met de meeste stemmen. Daarna beslist het lot.
always-share = Een ronde kan ook vragen om een kleinste deel van de stemmers. Een idee met minder stemmen komt er dan niet.
always-council = De gemeenteraad neemt het besluit.

rule-other = Een andere manier van tellen
rule-name_share = (minstens { $percent } van de stemmers)
rule-to_example = Zie een voorbeeld in plaatjes
rule-parameters = Voor wie wil narekenen: alle onderdelen van de regel
rule-no_share = Geen

rule-step-min_share = Een idee doet mee als minstens { $percent } van de stemmers het koos.
rule-step-most = We beginnen met het idee met de meeste stemmen.
rule-step-most_points = We beginnen met het idee met de meeste punten.
rule-step-most_per_euro = We beginnen met het idee met de meeste stemmen per euro.
rule-step-fits = Past het in het geld van de wijk? Dan komt de baan er.
rule-step-skip = Past het niet? Dan slaan we het over en kijken we naar het volgende idee.
rule-step-stop = Past het niet? Dan stoppen we. De rest van het geld blijft over.
rule-step-divisible = Past het niet helemaal? Dan komen er zo veel plekken als er passen. Daarna kijken we naar het volgende idee.
rule-step-partial = Past het niet? Dan krijgt het al het geld dat er nog is.
rule-step-share = Iedere stemmer krijgt een even groot deel van het geld van de wijk.
rule-step-pay = Een baan komt er als haar kiezers haar samen kunnen betalen. Ieder betaalt evenveel. Wie minder heeft, geeft wat over is.
rule-step-most_payers = De baan met de meeste betalers gaat voor.
rule-step-least_price = De baan die een kiezer het minst kost, gaat voor.
rule-step-grow = Is er geld over? Dan maken we alle delen steeds { $step } groter. We tellen dan opnieuw.
rule-step-until_exhaustive = We stoppen als er geen idee met stemmen meer past. Of als de banen samen te duur worden.
rule-step-until_exhaustive_all = We stoppen als er geen enkel idee meer past. Of als de banen samen te duur worden.
rule-step-until_overspend = We stoppen net voordat de banen samen te duur worden.
rule-step-top_up = Is er dan nog geld? Daarmee tellen we verder. Het idee met de meeste stemmen dat nog past, gaat dan voor.
rule-step-rest_stays = Is er dan nog geld? Dan blijft het over.
rule-step-compare_satisfaction = We tellen ook gewoon op aantal stemmen. Krijgen stemmers daarmee meer banen die ze kozen? Dan geldt die telling.
rule-step-compare_exclusion_ratio = We tellen ook gewoon op aantal stemmen. Krijgen daarmee meer stemmers iets dat ze kozen? Dan geldt die telling.
rule-step-phragmen = De kosten van een baan verdelen we over haar kiezers. De baan met de lichtste last per mens gaat voor.
rule-step-phragmen_stop = Past de volgende baan niet? Dan stoppen we.
rule-step-ties_cost = Staan twee ideeën gelijk? Het goedkoopste gaat voor. Dan dat met de meeste stemmen. Is ook dat gelijk, dan beslist het lot. Het lot is getrokken vóór het stemmen.
rule-step-ties_order = Staan twee ideeën gelijk? Dan beslist het lot. Het lot is getrokken vóór het stemmen.
rule-step-hopeless = Een idee zonder stemmen doet niet mee. Een idee dat meer kost dan al het geld ook niet.
rule-step-blank_turnout = Een leeg stembiljet telt mee voor de opkomst. Het telt niet als stemmer.
rule-step-blank_voter = Een leeg stembiljet telt ook als stemmer.

rule-term-method = Manier van tellen
rule-term-first = Wie gaat voor
rule-term-utility = Wat een stem waard is
rule-term-order = Als een idee niet past
rule-term-start = Het eerste deel
rule-term-completion = Als er geld over is
rule-term-step = Een stap
rule-term-stop = Wanneer het stopt
rule-term-comparison = Vergelijking
rule-term-min_share = Kleinste deel van de stemmers
rule-term-ties = Bij gelijke stand
rule-term-hopeless = Zonder stemmen of te duur
rule-term-blank = Een leeg stembiljet
rule-term-version = Versie van de regel

rule-method-by_votes = Op aantal stemmen
rule-method-equal_shares = Gelijke delen (Method of Equal Shares)
rule-method-phragmen = Gelijke lasten (Phragmén)

rule-first-votes = De meeste stemmen
rule-first-euro = De meeste stemmen per euro

rule-utility-cost = De kosten van het idee. Dat met de meeste betalers gaat voor, duur of goedkoop.
rule-utility-cardinality = Eén per idee
rule-utility-score = De punten
rule-utility-scorecost = De punten maal de kosten
rule-utility-borda = Hoeveel ideeën lager staan
rule-utility-posscore = De plaats op het biljet
rule-utility-posscorecost = De plaats op het biljet, maal de kosten

rule-order-skip = Overslaan
rule-order-stop = Stoppen
rule-order-divisible = Zo veel plekken als er passen
rule-order-partial = Wat er over is

rule-start-exact = Het geld gedeeld door de stemmers, precies
rule-start-floor = Het geld gedeeld door de stemmers, naar beneden afgerond

rule-completion-none = Niets: het blijft over
rule-completion-add1 = De delen groeien stap voor stap
rule-completion-add1u = De delen groeien stap voor stap. Daarna op aantal stemmen.
rule-completion-increase = Het geld voor de delen groeit steeds met { $step }

rule-stop-exhaustive = Als er geen idee met stemmen meer past, of net voordat het te duur wordt
rule-stop-exhaustive_all = Als er geen enkel idee meer past, of net voordat het te duur wordt
rule-stop-overspend = Net voordat het te duur wordt

rule-comparison-none = Geen
rule-comparison-satisfaction = Op aantal stemmen, als stemmers daarmee meer krijgen
rule-comparison-exclusion_ratio = Op aantal stemmen, als daarmee meer stemmers iets krijgen

rule-ties-order = Het lot
rule-ties-cost_votes_order = De laagste kosten, dan de meeste stemmen, dan het lot

rule-hopeless-set_aside = Doet niet mee
rule-hopeless-take_part = Doet mee

rule-blank-turnout = Telt alleen voor de opkomst
rule-blank-voter = Telt als stemmer

tryout-title = Proeftelling
tryout-lead = Tel een eerdere ronde opnieuw, op een andere manier. Zo ziet u wat een regel doet.
tryout-none = Er is nog geen ronde geteld. Een proef kan pas daarna.
tryout-button = Tel opnieuw
tryout-to_work = Terug naar mijn werk
tryout-link = Probeer een regel uit op een eerdere ronde
tryout-work = Proeftelling
tryout-of = Proef met «{ $round }»
tryout-only = Dit is een proef. De uitslag van toen verandert niet.
tryout-to_outcome = Bekijk de uitslag van toen
tryout-rule_then = Toen geteld met: { $rule }.
tryout-rule_now = Proef met: { $rule }.
tryout-same_rule = Dit is dezelfde regel als toen. De uitslag is dus ook dezelfde.
tryout-no_change = Er verandert niets aan de gekozen banen.
tryout-places_change = Dezelfde banen zijn gekozen. Het aantal plekken is anders.
tryout-caption = De gekozen banen in { $wijk }
tryout-job = Baan
tryout-then = Toen
tryout-now = Proef
tryout-change = Verschil
tryout-chosen = Gekozen
tryout-partly = Gekozen: { $n } van de { $all } plekken
tryout-not = Niet gekozen
tryout-comes = Komt erbij
tryout-goes = Valt weg
tryout-stays = Blijft
tryout-more = Meer plekken
tryout-fewer = Minder plekken
tryout-of_all = { $n } van de { $all }
tryout-less_than = minder dan { $n } van de { $all }
tryout-more_than = meer dan { $n } van de { $all }

tryout-few =
    { $n ->
        [one] Deze wijk heeft minder dan { $n } stem. Die staat niet op internet. Daarom tellen we hier niet opnieuw.
       *[other] Deze wijk heeft minder dan { $n } stemmen. Die staan niet op internet. Daarom tellen we hier niet opnieuw.
    }

tryout-added =
    { $n ->
        [one] { $n } idee komt erbij.
       *[other] { $n } ideeën komen erbij.
    }

tryout-dropped =
    { $n ->
        [one] { $n } idee valt weg.
       *[other] { $n } ideeën vallen weg.
    }

tryout-figure-head = Cijfers
tryout-figure-caption = Cijfers van { $wijk }
tryout-figure-places = Plekken
tryout-figure-left = Geld over
tryout-figure-voters = Stemmers die iets krijgen dat ze kozen

tryout-field-round = Welke ronde?
tryout-field-round_hint = U kunt kiezen uit rondes met een uitslag.
tryout-field-counting = Hoe tellen we in de proef?
tryout-field-min_share = Hoeveel procent van de stemmers moet een baan minstens kiezen?
tryout-field-min_share_hint = Leeg is geen grens. Ten hoogste 25.

settings-at_example = Zie het voorbeeld
settings-at_example_of = { " " }van «{ $rule }» (nieuw tabblad)
settings-new_tab = (nieuw tabblad)
settings-kept = Laat de regel zoals hij is
settings-kept_hint = De regel en de grens blijven dan precies gelijk. De grens hieronder telt niet mee.
settings-odd = Deze ronde heeft een regel die hier niet bij staat.
settings-odd_text = Kiest u niets anders? Dan blijft die regel gelden. Zo werkt hij:
