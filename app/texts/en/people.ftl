### Signing in, accounts and roles.

field-login = Sign-in name
field-login_hint = For example your email address, or a name that you make up.
field-password = Password
field-password_hint = At least 15 characters. A sentence is easy to remember.
field-repeated = The password again
field-name = Name
field-role = Role
field-wijk = For which neighbourhood

sign_in-expired = You were away for too long
sign_in-expired_lead = Sign in again. What you typed is still there.
sign_in-go_on = You are signed in again
sign_in-go_on_lead = What you typed is still there. Press the button to go on.
sign_in-go_on_button = Continue
sign_in-title = Sign in
sign_in-lead = Sign in to send in a proposal or to work on a round.
sign_in-button = Sign in
sign_in-no_account = No account yet?
sign_in-voting = Do you want to vote? You do not need an account for that, only your letter.
sign_in-new_title = Almost done: sign in now
sign_in-new = Use the sign-in name and the password that you just chose.
sign_in-new_fails = Did you just make an account? Then somebody else may already have this sign-in name. Make an account with another sign-in name.

register-title = Make an account
register-lead = With an account you can send in a proposal and go on later.
register-button = Make account

manage-title = People
manage-caption = Everybody with an account
manage-add = Add somebody
manage-button = Add
manage-everywhere = All neighbourhoods

role-resident = resident
role-desk = desk worker
role-reviewer = reviewer
role-smederij = Smederij
role-council = council member
role-clerk = council clerk
role-administrator = administrator
