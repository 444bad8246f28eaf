### Alleen in de demo.

title = Demo: kijk rond in Veenhaven
warning = Dit is een voorbeeld
warning_text = De gemeente Veenhaven bestaat niet. Alles hier is verzonnen en openbaar. Zet hier niets echts in.

people-title = Kijk mee als iemand anders
people-text = Klik op een knop en u bent ingelogd. Of log zelf in met het wachtwoord «{ $password }».
people-button = Word { $role }

codes-title = Stemcodes om te proberen
codes-text = In het echt staat zo'n code in een brief. Typ er hier een over:
codes-none = Er is nu geen ronde waarin u kunt stemmen.
codes-envelope = Reserve-envelop { $number }:

card-title = De sleutelkaarten van de stembussen
card-text = In het echt liggen deze kaarten bij drie organisaties. Met twee ervan gaat na de sluiting de stembus open. Plak een hele kaart in het vak van rij 1.

clock-title = Zet de klok vooruit
clock-text = Hier is het nu { $now }. Zet de klok vooruit, dan gaan de fasen vanzelf door.
clock-button = Vooruit tot: { $phase }
