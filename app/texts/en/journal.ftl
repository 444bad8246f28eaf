### The public journal.

title = Journal
lead = Here you find everything that happened. Every line is tied to the line before it. So it shows if somebody changes something.
caption = What happened, the newest first
number = Number
when = When
what = What
who = By whom
hash = Fingerprint
check = Check that nothing was changed
check_text = Write down the key, and the fingerprint of the newest line. Later you can see in the file that the key is the same and that your line is still there. Who can only reach the database cannot sign lines.
key = Key that signs every line:
file = Download the whole journal
pages = Pages
newer = Newer
older = Older

by-clock = the clock
by-console = the system

detail-issued = { $n } seals
detail-letter = letter { $number }
detail-letters = { $n } seals. Fingerprint of the list: { $hash }
detail-ballots = { $n } votes in the box
detail-few_ballots = fewer than 10 votes in the box
detail-closed = { $n } votes in the box. Fingerprint of the box: { $hash }
detail-counted = { $valid } valid, { $rejected } not valid, { $aside } set aside unopened
detail-minutes = { $n } minutes forward

event-person_added = An account was added
event-round_made = A round was made
event-round_changed = The settings of a round were changed
event-round_stepped = A round went to a new phase
event-rules_frozen = The rules are fixed
event-box_key_made = The key of the ballot box was made
event-box_rehearsed = The key card was tried out
event-codes_issued = Voting codes were made
event-codes_voided = The voting codes of a neighbourhood were made invalid
event-letter_cancelled = A letter was cancelled
event-round_tampered = Somebody wrote in a round by hand. Nobody can vote or count until it is cleared up
event-sheet_made = The sheet of the round is fixed: this is its check number
event-seals_fixed = The list of seals is fixed
event-hourly_count = This many votes were in the box
event-box_closed = The ballot box closed
event-box_counted = The ballot box was opened and counted
event-proposal_submitted = A proposal was sent in
event-proposal_changed = A proposal was changed
event-proposal_withdrawn = A proposal was withdrawn
event-checklist_answered = The questions of the check were answered
event-opinion_recorded = The opinion of a party was written down
event-check_decided = The reviewer decided on a proposal
event-council_decided = The council decided
event-job_followed = The state of a job was changed
event-demo_loaded = The example municipality was loaded
event-demo_clock_moved = The clock of the demo was moved forward
