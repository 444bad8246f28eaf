### What stands on every page.

title = { $page } – Wijkbanen { $municipality }
description = Residents choose useful work for their neighbourhood together.
skip = Go to the content
demo_banner = This is an example. Nothing here really counts.
sign_in = Sign in
sign_out = Sign out
error_title = Error
error_prefix = Error:
error_summary = Something is not right yet

nav-label = Main menu
nav-rounds = Rounds
nav-vote = Vote
nav-explain = How does it work?
nav-mine = My proposals
nav-work = Work
nav-demo = Demo

foot-label = More
foot-safe = How safe is this?
foot-displacement = Fair work
foot-journal = Journal
foot-accessibility = Accessibility
foot-privacy = Privacy
foot-help = Help
foot-place = Wijkbanen of { $municipality }
