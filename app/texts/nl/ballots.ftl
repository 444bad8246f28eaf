### Stemmen: van de code uit de brief tot de dank.

code-title = Stemmen
code-lead = U kreeg een brief met een stemcode. Typ de code over. U hebt geen account nodig.
code-until = U kunt stemmen tot { $moment }.
code-until_of = In «{ $round }» kunt u stemmen tot { $moment }.
code-label = Uw stemcode
code-hint = Vier groepjes van vier tekens, zoals K7WP-4MTX-9RQA-2HJC. Hoofdletters en streepjes maken niet uit.
code-button = Ga verder
code-empty = Typ de code uit uw brief.
code-length = De code heeft 16 tekens. U typte er { $found }.
code-bad_sign = In groepje { $group } staat een teken dat in geen enkele code voorkomt. Kijk nog eens.
code-wrong_group = Er klopt iets niet. Kijk nog eens naar groepje { $group }.
code-wrong = Er klopt iets niet. Kijk de code nog eens na.
code-unknown = Deze code opent geen stembiljet. Kijk of het de brief van deze ronde is. Of vraag hulp in het wijkcentrum.
code-too_late = Deze code is van «{ $round }». Het stemmen van die ronde is gesloten op { $moment }.
code-secret_title = Geef uw brief aan niemand
code-secret = Wie uw brief heeft, kan voor u stemmen. Wij vragen er nooit om aan de deur of aan de telefoon.
code-lost_title = Brief kwijt of hulp nodig?
code-lost = Kom langs bij { $places }. Daar helpen we u. Niemand ziet wat u kiest.

code-island-good = De code is goed.
code-island-look = Kijk nog eens naar groepje { $group }.
code-island-sign = In groepje { $group } staat een teken dat niet kan.

closed-title = U kunt nu niet stemmen
closed-none = Er is nog geen ronde waarin u kunt stemmen.
closed-shut = Het stemmen in «{ $round }» is gesloten op { $moment }. De uitslag komt op deze site.
closed-late = Het stemmen in «{ $round }» begint later dan gepland.
closed-next = U kunt stemmen in «{ $round }» vanaf { $moment }.
closed-button = Bekijk de rondes
away-title = Een stem was nog niet af
away-text = Op dit apparaat begon iemand te stemmen. Die stem is niet ingediend. We hebben hem weggelegd. Was u dat? Typ uw code opnieuw. Tot een uur later staan uw vinkjes er dan nog.

ended-title = Uw tijd is om
ended-text = Uw stem is nog niet ingediend. Typ uw code opnieuw. Tot een uur later staan uw vinkjes er dan nog.
ended-shut = Uw stem is niet ingediend. De stembus is nu dicht. Opnieuw beginnen kan niet meer.

unfinished-title = U hebt nog niet gestemd
unfinished-text = U was begonnen met stemmen. U kunt verder tot { $time }.
unfinished-button = Ga verder met stemmen

time-until = U hebt de tijd tot { $time }. Bij elke nieuwe pagina krijgt u weer een kwartier.
time-last = Langer kan niet. Daarna typt u uw code opnieuw, als de stembus dan nog open is.
time-more = Geef mij meer tijd
time-soon = U hebt nog twee minuten. Wilt u meer tijd? Druk dan op de knop. Uw vinkjes blijven staan.
time-soon_last = U hebt nog twee minuten. Langer kan niet.
time-over = Uw tijd is om en uw stem is nog niet ingediend. Druk op de knop om verder te gaan. Typ dan uw code opnieuw.

choose-title = Kies uw banen
choose-lead = Dit is het stembiljet van { $wijk }. De wijk heeft { $budget } per jaar.
choose-again_title = Er is met deze brief al gestemd
choose-again = U mag opnieuw stemmen. Alleen uw laatste stem telt. Wat er eerder gekozen is, kan niemand zien.
choose-host = Bij { $host }
choose-price = { $cost } per jaar
choose-price_places = { $cost } per jaar voor { $places } plekken
choose-hours = { $hours } uur per week
choose-chosen = Gekozen
choose-more = Meer
choose-more_about = { " " }over { $title }
choose-button = Verder
choose-not_sent = Nog niet ingediend.

choose-heading =
    { $n ->
        [one] Kies { $n } baan
       *[other] Kies 1 tot { $n } banen
    }

choose-meter-none = Nog niets gekozen. U mag er { $max } kiezen.
choose-meter-some = { $n } van { $max } gekozen. U mag er nog { $left }.
choose-meter-full = { $n } van { $max } gekozen. Dat is het.
choose-meter-over = { $n } gekozen, dat is { $over } te veel. Haal er { $over } weg.

review-title = Klopt dit?
review-change = Wijzig
review-press = Druk op de knop. Dan pas telt uw stem.
review-button = Stem indienen
review-back = Terug naar het stembiljet

review-lead =
    { $n ->
        [one] U koos { $n } baan.
       *[other] U koos { $n } banen.
    }

done-title = Uw stem is binnen
done-thanks = Dank u wel. Uw stem zit in een dichte envelop in de stembus.
done-next_title = Wat gebeurt er nu?
done-next_closed = De stembus is gesloten op { $moment }. Straks gaat hij open en staat de uitslag op deze site.
done-next = De stembus sluit op { $moment }. Daarna gaat hij open en staat de uitslag op deze site.
done-again = Wilt u toch iets anders? Typ uw code opnieuw. Alleen uw laatste stem telt.
done-once = Deze pagina ziet u één keer. Zit u op de computer van een ander? Wis dan dit scherm.
done-wipe = Klaar, wis dit scherm
done-before = Dat u dit las, was één keer te zien. Wilt u iets anders stemmen? Typ dan uw code opnieuw.
done-button = Naar de ronde
words-title = Wilt u uw stem later terugvinden?
words-before = Schrijf deze drie woorden op, in deze volgorde. Doe dat vóór u op de knop drukt. Na de telling staat uw stem met deze woorden in de lijst.
words-after = Deze drie woorden horen bij uw stem. Na de telling kunt u hem ermee terugvinden, op de pagina «Vind uw stem».
words-weaker = Uw browser kon deze woorden niet zelf kiezen. Onze computer koos ze. Dat is minder zeker.
words-same = Uw browser koos deze woorden zelf. Onze computer heeft dezelfde.
words-differ = Let op: onze computer noemt andere woorden dan uw browser koos. Typ uw code opnieuw en stem nog een keer. Gebeurt het weer? Vertel het in het wijkcentrum.
words-secret = Laat de woorden aan niemand zien. U hoeft ze niet te bewaren.
