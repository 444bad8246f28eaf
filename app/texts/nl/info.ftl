### De eerste pagina en alles wat vooral wordt gelezen.

home-title = Wijkbanen
home-sentence = U kiest welk nuttig werk er in uw wijk komt.
home-lead = Zo komen er banen voor mensen die geen gewone baan vinden. Iedereen in de wijk mag meedoen.
home-others = Andere rondes
home-help = Hulp nodig?
home-help_at = Loop binnen bij { $places }. We leggen alles uit en helpen u.
home-help_anywhere = Loop binnen bij het wijkcentrum. We leggen alles uit en helpen u.
home-help_more = Meer over hulp

home-now-vote = U kunt nu stemmen
home-now-propose = U kunt nu een idee insturen
home-now-ballot = Het stembiljet is bekend
home-now-outcome = De uitslag is bekend
home-now-look = Er loopt een ronde

home-button-vote = Stem nu
home-button-propose = Stuur uw idee in
home-button-ballot = Bekijk het stembiljet
home-button-outcome = Bekijk de uitslag
home-button-look = Bekijk de ronde

home-none-title = Er loopt nu geen ronde
home-none-text = Zodra er een ronde begint, staat het hier.
home-none-make = Maak een ronde

home-how-title = Zo gaat het
home-how-more = Lees hoe het werkt
home-how-propose = 1. Een idee
home-how-propose_text = U bedenkt werk dat nu blijft liggen.
home-how-check = 2. Een toets
home-how-check_text = Wij kijken of het niemands betaalde baan kost.
home-how-vote = 3. Stemmen
home-how-vote_text = U kiest met uw brief. Niemand ziet wat u kiest.
home-how-work = 4. Aan het werk
home-how-work_text = De raad beslist. Dan kan iemand beginnen.

explain-title = Hoe werkt het?
explain-lead = In een ronde kiezen bewoners welk werk een wijkbasisbaan wordt.

explain-s1-title = Wat is een wijkbasisbaan?
explain-s1-text =
    Een wijkbasisbaan is vast of lang werk bij een organisatie in uw wijk. Het is voor mensen die geen gewone baan vinden.
    Het werk is nuttig en blijft nu liggen. Bijvoorbeeld: koffie schenken in het wijkcentrum, of gereedschap uitlenen.
    Een plek kost de gemeente hoogstens € 17.000 per jaar.

explain-s2-title = Wie mag meedoen?
explain-s2-text =
    Iedereen in de wijk mag een idee insturen. Daarvoor maakt u een account. Of u vertelt uw idee in het wijkcentrum.
    Stemmen kan met de brief die u thuis krijgt. U hebt daarvoor geen account nodig.

explain-s3-title = Wat is de eerlijk-werk-toets?
explain-s3-text =
    Een wijkbasisbaan mag niemands betaalde baan kosten. Daarom stellen we bij elk idee 15 vragen.
    Is een antwoord rood? Dan kan het idee niet door. Is het oranje? Dan vragen we eerst iemand anders om een mening.
    De antwoorden staan openbaar bij het idee.

explain-s4-title = Hoe tellen we?
explain-s4-text =
    Elke wijk heeft een eigen bedrag. Er zijn twee manieren van tellen. Bij de ene gaan de meeste stemmen voor. Bij de andere krijgt iedere stemmer een even groot deel van het geld.
    De gemeente kiest de manier vóór de ronde begint. U leest haar bij de spelregels van de ronde.
    Staan twee ideeën gelijk? Dan gaat het goedkoopste voor, dan dat met de meeste stemmen. Is ook dat gelijk, dan beslist het lot. Dat lot trekken we vóór de stemming.
explain-s4-more = Zo worden stemmen banen: een voorbeeld in plaatjes

explain-s5-title = Wie neemt het besluit?
explain-s5-text =
    De gemeenteraad. Wijkt de raad af van uw keuze, dan zegt hij per baan waarom.
    De keuze van de bewoners en het besluit van de raad blijven allebei op deze site staan.

safe-title = Hoe veilig is dit?
safe-lead = Niemand ziet wat u kiest. Iedereen kan de stemmen natellen.

safe-s1-title = Uw stem is geheim
safe-s1-text =
    In uw brief staat een code. Die code hoort bij geen naam in onze computer.
    Als u stemt, gaat uw stem in een dichte envelop met een zegel. Dat zegel kan alleen met uw code gemaakt worden.
    We schrijven nergens op welke brief al gebruikt is.

safe-s2-title = Niemand kan stemmen erbij doen
safe-s2-text =
    Vóór de stemming maken we de lijst met alle zegels bekend. Een stem zonder zegel van die lijst telt niet.
    Als de stembus sluit, komt er een controlegetal in het logboek. Pas daarna gaat de bus open.

safe-s3-title = Niemand kan tussendoor kijken
safe-s3-text =
    De stembus zit op slot. De sleutel staat niet in de computer, maar verdeeld over kaarten bij verschillende organisaties. Eén kaart is niet genoeg.
    Pas na de sluiting gaat de bus open. Tot dan ziet niemand een uitslag, ook wij niet.
    Na het tellen krijgt iedereen de sleutel. U kunt elke envelop zelf openen en alles natellen. Toch ziet niemand welke stem van wie is.
    Alleen in een proefronde, om te oefenen, mag één kaart genoeg zijn. Dat staat dan op elke pagina van die ronde.

safe-s4-title = U mag opnieuw stemmen
safe-s4-text =
    Tot de stembus sluit, mag u opnieuw stemmen. Alleen uw laatste stem telt.
    Brief kwijt? Kom langs. Twee medewerkers maken de oude brief ongeldig. Is er al mee gestemd? Dan telt die stem niet.
    Niemand telt alleen. Twee medewerkers openen samen de stembus. Dat staat in het logboek.

safe-s6-title = Daarna weet niemand het meer
safe-s6-text =
    Twee weken na de uitslag vernietigen we de lijst met brieven, het geheim van de ronde en de sleutelkaarten. Tot dan kunt u klagen met uw brief in de hand.
    Daarna kan niemand meer uitzoeken welke stem van wie was. Ook wij niet, en ook niet met uw brief. Alleen wie de eigen woorden bewaarde, vindt de eigen stem terug.
    In het logboek staat wanneer het is gebeurd. Op de pagina van elke ronde ook.

safe-s5-title = Wat we niet kunnen beloven
safe-s5-text =
    U kunt uw drie woorden aan iemand laten zien. Dan kan een stem verkocht of afgedwongen worden. Stem dan opnieuw, of kom langs. U hoeft de woorden niet te bewaren.
    Een virus op uw telefoon kan iets anders stemmen dan u bedoelt. Kijk uw woorden later na op een ander apparaat.
    Onze computer ziet uw stem heel even en bewaart er niets van. U vertrouwt erop dat wij de openbare software gebruiken.
    Zonder JavaScript kiest onze computer de drie woorden. Dat is iets minder sterk.
    Wie uw brief heeft, kan voor u stemmen. Wie de brieven printte, kon codes overnemen. Daarom doen twee medewerkers dat samen.
    Wie bij de database kan, kan stemmen weggooien zolang de stembus open is. Dat ziet alleen wie later de eigen woorden opzoekt.
    Wie genoeg sleutelkaarten heeft en ook bij de database kan, kan uitzoeken welke stem bij welk briefnummer hoort.
    Dit zijn geen verkiezingen volgens de Kieswet. De gemeenteraad neemt het besluit.

keys-none = Er is nu geen ronde met sleutelkaarten.
keys-how_many = De stembus van deze ronde heeft { $total } sleutelkaarten. Er zijn er { $needed } nodig. Deze organisaties bewaren ze:
keys-alone = De stembus van deze proefronde heeft één sleutelkaart. Die wordt bewaard door:

accessibility-title = Toegankelijkheid
accessibility-lead = Iedereen moet deze site kunnen gebruiken.

accessibility-s1-title = Wat we doen
accessibility-s1-text =
    We bouwen volgens WCAG 2.2, niveau AA. Elke pagina werkt met een toetsenbord en zonder JavaScript.
    Kleur is nooit het enige teken. De letters zijn groot en u kunt ze groter maken.
    Bij elke verandering controleert een programma alle pagina's.

accessibility-s2-title = Wat nog niet is gedaan
accessibility-s2-text = Een onderzoek door een onafhankelijke partij is er nog niet. Er is nog geen voorleesstem bij de ideeën.

accessibility-s3-title = Lukt iets niet?
accessibility-s3-text = Vertel het ons in het wijkcentrum. U kunt daar ook hulp krijgen bij het stemmen.

privacy-title = Privacy
privacy-lead = We bewaren zo weinig mogelijk.

privacy-s1-title = Als u stemt
privacy-s1-text =
    We weten niet wie u bent. De brieven worden gemaakt zonder namen in dit systeem.
    We bewaren geen adres van uw computer bij uw stem, en geen tijd.

privacy-s2-title = Als u een idee instuurt
privacy-s2-text =
    We bewaren uw inlognaam en uw naam. Anderen zien uw naam niet.
    Uw idee is openbaar. Schrijf er dus geen namen in, en niets over ziekte of geld van mensen.

privacy-s3-title = Wie er werkt
privacy-s3-text = Wie een wijkbasisbaan krijgt, staat nergens op deze site. Over uitkeringen bewaren we niets.

privacy-s4-title = Cookies
privacy-s4-text = We gebruiken alleen cookies die nodig zijn: om ingelogd te blijven en om te stemmen. Ook onthouden we een jaar dat u op dit apparaat hebt ingelogd. Zo kan niemand anders u buiten houden. Niemand volgt u hier.

help-title = Hulp
help-lead = U hoeft het niet alleen te doen.

help-s1-title = In het wijkcentrum
help-s1-text =
    In het wijkcentrum zitten mensen die u helpen. Zij leggen uit hoe het werkt. U kiest zelf, en niemand kijkt mee.
    U kunt daar ook een idee vertellen. Wij schrijven het voor u op.

help-s2-title = Geen brief gekregen of brief kwijt?
help-s2-text = Neem een bewijs mee van wie u bent. In het wijkcentrum krijgt u dan hulp.

help-s3-title = Iets niet veilig?
help-s3-text = Ziet u een fout waardoor anderen iets kunnen wat niet mag? Vertel het de beheerder van de gemeente. Zet het niet op internet.
