### De verdringingstoets.

outcome-clean = Geen teken van verdringing
outcome-conditional = Mag, met een afspraak
outcome-second_opinion = Eerst een tweede mening
outcome-blocked = Kan zo niet door

outcome_means-clean = Geen enkel antwoord wijst op verlies van betaald werk.
outcome_means-conditional = Het werk mag, als eerst iets is geregeld. De afspraak staat hieronder.
outcome_means-second_opinion = We vragen eerst aan anderen wat zij ervan vinden. Stil zijn telt niet als ja.
outcome_means-blocked = Dit werk kan een betaalde baan kosten. Het kan alleen door als het voorstel anders wordt.

effect-ok = Goed
effect-condition = Mag, met een afspraak
effect-second_opinion = Eerst een tweede mening
effect-block = Kan zo niet door

answer-yes = Ja
answer-no = Nee
answer-none = Niet nodig, of niets
answer-contribution = Een kleine bijdrage
answer-price = Een gewone prijs
answer-short_training_or_vog = Een korte cursus of een VOG
answer-diploma_or_licence = Een diploma of vergunning
answer-unknown = Weten we nog niet

party-sw_company = SW-bedrijf of leerwerkbedrijf
party-trade_union = Vakbond
party-works_council = Ondernemingsraad van de organisatie
party-business_association = Ondernemersvereniging
party-municipality_contracts = Gemeente, afdeling contracten
party-volunteers = Vrijwilligers van de organisatie
party-client_council = Cliëntenraad
party-residents = Bewoners
party-host_organisation = De organisatie zelf
party-housing_association = Woningcorporatie

opinion-no_objection = Geen bezwaar
opinion-condition = Goed, met een voorwaarde
opinion-objection = Bezwaar
opinion-no_reply = Geen antwoord gekregen
opinion-no_reply_hint = Stil zijn telt niet als ja.
opinion-pending = Gevraagd, nog geen antwoord

decision-admit = Mag op het stembiljet
decision-admit_with_conditions = Mag op het stembiljet, met voorwaarden
decision-admit_with_conditions_hint = Schrijf de voorwaarden bij de uitleg. Iedereen kan ze lezen.
decision-change = Moet eerst anders
decision-change_hint = De maker past het voorstel aan en stuurt het opnieuw in.
decision-postpone = Naar een volgende ronde
decision-postpone_hint = Het onderzoek is niet op tijd klaar.
decision-reject = Kan niet door

may_decide-clean = U mag dit voorstel toelaten.
may_decide-conditional = U mag dit voorstel toelaten met voorwaarden.
may_decide-second_opinion = Toelaten kan als er een mening is en u op niemand meer wacht.
may_decide-blocked = Toelaten kan niet. Alleen een ander voorstel lost dit op.

field-party = Wie zegt dit?
field-opinion = Wat zeggen zij?
field-remark = In hun woorden
field-remark_hint = Verplicht bij een bezwaar of een voorwaarde. Schrijf geen namen van mensen.
field-decision = Uw besluit
field-reason = Waarom?
field-reason_hint = Iedereen kan dit lezen. Is er een bezwaar? Leg dan uit wat u ermee doet. Schrijf geen namen van mensen.

dossier-title = Kost dit werk een betaalde baan?
dossier-lead = Een wijkbasisbaan mag niemands betaalde werk kosten. Daarom stellen we { $n } vragen.
dossier-more = Zo werkt de toets.
dossier-not_yet = De vragen zijn nog niet beantwoord.
dossier-not_yet_short = Nog niet
dossier-answers = Bekijk alle vragen en antwoorden
dossier-parties = Wat anderen zeggen
dossier-nobody = Er is nog niemand om een mening gevraagd.
dossier-decision = Het besluit
dossier-undecided = Er is nog geen besluit.

explain-title = Kost een wijkbasisbaan iemands werk?
explain-lead = Nee, dat mag niet. Wie nu betaald werk doet, mag dat niet kwijtraken aan een wijkbasisbaan.
explain-why = Raakt iemand toch zijn werk kwijt? Dan heet dat verdringing. Voor elk voorstel kijken we dat eerst na.
explain-how = Zo kijken we dat na
explain-step_answers = We stellen { $n } vragen over het werk.
explain-step_worst = Het zwaarste antwoord telt. Eén keer «Kan zo niet door» is genoeg om te stoppen.
explain-step_parties = Soms vragen we een tweede mening. Bijvoorbeeld aan het SW-bedrijf, de vakbond of ondernemers.
explain-step_decide = Een toetser besluit en legt uit waarom. De toetser heeft zelf niets met het voorstel te maken.
explain-public = Iedereen kan de antwoorden, de meningen en het besluit lezen. Ze staan bij het voorstel. Namen van mensen staan er niet bij.
explain-questions = De { $n } vragen
explain-unknown = Weten we een antwoord niet? Dan vragen we door. Niet weten is nooit goed genoeg.
explain-now = Wat kunt u nu doen?
explain-now_text = Lees bij een voorstel wat het antwoord was op elke vraag.
explain-rounds = Bekijk de rondes

worklist-title = Toetsen
worklist-work = Werk
worklist-empty = Alles is getoetst
worklist-empty_text = Er wacht nu geen voorstel.
worklist-proposal = Voorstel
worklist-wijk = Wijk
worklist-round = Ronde
worklist-state = Stand
worklist-verdict = Uitkomst
worklist-action = Doen
worklist-begin = Begin met toetsen
worklist-go_on = Ga verder

worklist-count =
    { $n ->
        [one] 1 voorstel wacht, het oudste eerst
       *[other] { $n } voorstellen wachten, het oudste eerst
    }

check-title = Toets een voorstel
check-verdict = De uitkomst tot nu toe
check-begin = Nog geen antwoorden
check-begin_text = Beantwoord de vragen hieronder. De uitkomst volgt vanzelf.
check-because = Dat komt door deze antwoorden:
check-decided_before = Er is al een besluit. Bewaart u de antwoorden opnieuw, dan vervalt dat besluit.
check-save_answers = Bewaar de antwoorden
check-hint = Dit laat het zien: { $evidence }. Vraag het aan: { $parties }.
check-opinions = Meningen
check-add_opinion = Schrijf een mening op
check-last_word = Van elke partij telt het laatste antwoord.
check-save_opinion = Bewaar de mening
check-choose = Kies
check-decision = Besluit
check-decide = Leg het besluit vast
check-not_you = Een toetser neemt het besluit. U kunt wel antwoorden en meningen opschrijven.
check-not_involved = Maakte u dit voorstel, of vulde u de antwoorden in? Dan besluit een ander.
check-closed = Deze toets is afgesloten. U kunt alles nog lezen.

check-questions =
    { $n ->
        [one] 1 vraag
       *[other] { $n } vragen
    }

done-answers = De antwoorden zijn bewaard
done-opinion = De mening is bewaard
done-decide = Het besluit is vastgelegd
