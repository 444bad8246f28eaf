### Inloggen, accounts en rollen.

field-login = Inlognaam
field-login_hint = Bijvoorbeeld uw e-mailadres, of een naam die u zelf bedenkt.
field-password = Wachtwoord
field-password_hint = Minstens 15 tekens. Een zin is makkelijk te onthouden.
field-repeated = Nog een keer het wachtwoord
field-name = Naam
field-role = Rol
field-wijk = Voor welke wijk

sign_in-expired = U was te lang weg
sign_in-expired_lead = Log opnieuw in. Wat u typte, is er nog.
sign_in-go_on = U bent weer ingelogd
sign_in-go_on_lead = Wat u typte, is er nog. Druk op de knop om verder te gaan.
sign_in-go_on_button = Ga verder
sign_in-title = Inloggen
sign_in-lead = Log in om een idee in te sturen of om te werken voor een ronde.
sign_in-button = Log in
sign_in-no_account = Nog geen account?
sign_in-voting = Wilt u stemmen? Daarvoor hebt u geen account nodig, alleen uw brief.
sign_in-new_title = Bijna klaar: log nu in
sign_in-new = Gebruik de inlognaam en het wachtwoord die u net koos.
sign_in-new_fails = Maakte u net een account? Dan had iemand anders deze inlognaam misschien al. Maak een account met een andere inlognaam.

register-title = Account maken
register-lead = Met een account kunt u een idee insturen en later verder gaan.
register-button = Maak account

manage-title = Mensen
manage-caption = Iedereen met een account
manage-add = Iemand toevoegen
manage-button = Voeg toe
manage-everywhere = Alle wijken

role-resident = bewoner
role-desk = balie
role-reviewer = toetser
role-smederij = Smederij
role-council = raadslid
role-clerk = griffier
role-administrator = beheerder
