### Wat twee mensen samen doen: de een vraagt het, de ander gaat akkoord.

waiting = Wacht op een tweede persoon
by = Gevraagd door { $name }
by_you = Gevraagd door u
until = Kan tot { $moment }
asked_by = { $name }, { $moment }
back = Terug naar uw werk
mine = U vroeg dit. Een collega met een eigen account moet akkoord gaan. Diegene vindt het op de pagina «Mijn werk».
withdraw = Trek dit verzoek in
fixed = Let op: dit kan niet terug

act-make_letters = Brieven maken
act-cancel_letter = Een brief ongeldig maken
act-count_votes = De stembus openen en tellen
act-cancel_vote = De ronde stoppen
act-move_dates = Het stemmen later openen of sluiten
act-step_vote = Het stemmen met de hand openen of sluiten

fixed-make_letters = De codes staan dan vast. U ziet ze één keer, om te printen.
fixed-cancel_letter = De code op deze brief werkt dan niet meer. Die in de reserve-envelop werkt meteen. Is er al mee gestemd? Dan telt die stem niet. Niemand kan zien of er mee gestemd was.
fixed-count_votes = De uitslag is daarna meteen voor iedereen te zien. Een ronde die geteld is, kan niet meer gestopt worden.
fixed-cancel_vote = Niemand kan dan nog stemmen in deze ronde. De reden staat op de site.
fixed-move_dates = De nieuwe data gelden dan. Eerder dan nu kan het stemmen nooit meer open of dicht. De reden staat op de site.
fixed-step_vote = Het stemmen gaat dan meteen open of dicht. De reden staat op de site. Alle stemmen in de bus tellen mee.

agree-make_letters = Akkoord: maak de brieven
agree-cancel_letter = Akkoord: maak deze brief ongeldig
agree-count_votes = Akkoord: open de stembus en tel
agree-cancel_vote = Akkoord: stop de ronde
agree-move_dates = Akkoord: verzet de data
agree-step_vote = Akkoord: doe het nu

field-sure = Weet u het zeker?
field-sure_yes = Ja, ik heb alles nagekeken

fact-round = Ronde
fact-wijk = Wijk
fact-letters = Brieven
fact-reserve = Reserve-enveloppen
fact-paper = Stembiljetten op papier
fact-number = Nummer op de brief
fact-reason = Reden
fact-replacement = Envelop die u meegeeft
fact-public_reason = Reden voor iedereen
fact-step = Wat gebeurt er?
fact-voting = Het stemmen gaat open
fact-closed = Het stemmen sluit
fact-council = De raad krijgt het dossier
fact-asked = Gevraagd door
fact-term = Kan tot
no_envelope = geen
moved = { $new }. Het was { $old }.

cancel_reason-lost = Kwijt
cancel_reason-stolen = Iemand anders heeft de brief, of misschien
cancel_reason-damaged = De code is niet te lezen
cancel_reason-never_came = De brief is nooit gekomen

done-request_made = Uw verzoek wacht nu op een tweede persoon
done-request_withdrawn = Uw verzoek is ingetrokken
done-letter_cancelled = De brief is ongeldig gemaakt. Geef nu de envelop mee, als u die hebt gepakt.
done-round_cancelled = De ronde is gestopt
done-dates_moved = De data zijn verzet
done-vote_stepped = Het is gedaan. De reden staat op de pagina van de ronde
done-round_discarded = Het concept is weggegooid
