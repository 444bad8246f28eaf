### Counting again oneself, in the browser or with the program.

button = Count everything again
retry = Try again
hint = Your own computer or phone fetches the file with everything of this round. It counts all votes and checks that nothing was changed.
same = Same outcome. Everything is right.
other = Another outcome. Something is wrong.
wrong = The same jobs, but something is wrong.
unclear = This cannot be counted again. Something is wrong.
fails = wrong
is_right = right
unknown = could not be checked
blocked = could not be checked any more
unreachable = The votes could not be fetched. Check your internet connection and load the page again. You can also count with the file and the command below.
unable = This browser cannot count the votes. Try another or a newer one. You can also count with the file and the command below.
unreadable = The answer of the website could not be read. Something is wrong, or this page is old. Load the page again. You can also count with the file and the command below.
on_page = Chosen on this page, but not after counting: { $jobs }.
after_count = Chosen after counting, but not on this page: { $jobs }.
order = The order of the jobs is another.
left = On this page { $announced } is left. After counting it is { $found }.
to_do = Please tell us. We will find out why.
partly = What can be checked is right. Not everything can be checked.
parts = Everything that was checked
counted = All { $ballots } votes were counted again. The outcome is the same.
few = Fewer than 10 people voted here. Those votes are not in the file. Come by to count them again.

busy-download = The file is coming in.
busy-check = Seals and signatures are being checked.
busy-count = The votes are being counted.

name-rules = Rules
name-seals = Seals
name-signatures = Signatures
name-not_counted = Not counted
name-box = Ballot box
name-choices = Choices
name-lot = Lot
name-count = Count
name-proof = Proof

holds-rules = These are the rules from before the vote.
holds-seals = Every vote has a seal of its own. All { $seals } seals were on the list beforehand.
holds-signatures = The signature under all { $ballots } votes is right.
holds-not_counted = What was not counted was rightly not counted. Every envelope was opened again.
holds-box = No vote was added, changed or taken away.
holds-choices = Every vote chooses only what is allowed.
holds-lot = The lot was fixed before the vote.
holds-count = Counting again gives the same jobs. The money left is the same too.
holds-proof = Nobody paid more than their share. The payments are exactly right. No other job should have gone first.

problem-other_rules = These are not the rules from before the vote.
problem-foreign_rules = The rules are not about this wijk.
problem-other_seals = The list of seals is not the one from before the vote.
problem-seal_twice = Seal { $seal } is on the list twice.
problem-foreign_seal = There is a vote with a seal that is not on the list: { $seal }.
problem-repeated_seal = There is more than one vote with the same seal: { $seal }.
problem-bad_signature = A vote was changed. The signature of seal { $seal } is wrong.
problem-invalid_choices = A vote has something that is not allowed. It is the one with seal { $seal }.
problem-too_many_seals = There are more seals on the list than people who may vote.
problem-other_envelope = The envelope with seal { $seal } is not the one from the ballot box.
problem-other_key = The key is not that of the ballot box.
problem-too_many_laid_aside = More votes were set aside than letters were cancelled.
problem-wrongly_rejected = The vote with seal { $seal } did not count. The reason given is not right.
problem-other_box = This is not the box that was closed. A vote was added, changed or taken away.
problem-other_seed = The lot is not the one from before the vote.
problem-other_order = The lot gives another order.
problem-uncountable = These votes cannot be counted by these rules.
problem-other_outcome = Counting again gives another outcome.
problem-no_proof = The payments do not prove the outcome.

item-files = Files
item-journal = Journal
item-two_people = Two people
item-rules = Rules
item-sheet = Round
item-letters = Letters
item-cancelled = Cancelled letters
item-opening = Envelopes
item-published = Outcome

item_holds-files = Nothing is missing, and nothing is there that does not belong.
item_holds-journal = The journal is whole and signed. Nothing in it was changed.
item_holds-two_people = One person asked for the letters and the count. Another agreed.
item_holds-rules = These are the rules that went into the journal before the vote.
item_holds-sheet = The key, the dates and the lists are those of before the vote.
item_holds-letters = There are exactly as many seals as letters and envelopes.
item_holds-cancelled = What was laid aside belongs to letters that do not count.
item_holds-opening = Every envelope was opened again. It holds what is in the list.
item_holds-published = The outcome follows from the votes and stands so in the journal.

wrong-file = This file is not right: { $what }.
wrong-journal = Line { $what } of the journal is not right.
wrong-other_signer = The journal is signed with another key: { $what }.
wrong-no_such_head = The code that you wrote down is not in the journal.
wrong-not_counted = The journal does not end with the count of this round.
wrong-again = The journal says something twice that may be said once: { $what }.
wrong-alone = Line { $what } of the journal: two people are not behind it.
wrong-no_letters = The journal does not say that two people made the letters of { $what }.
wrong-other = This is not what was fixed: { $what }.
wrong-letter = Letter { $what } is not the letter that was cancelled.

command-title = Count again on your own computer
command-file = All ballots as a file for other programs (Pabulib)
command-text = Fetch the file. Then type in a terminal:
command-after = The program gives the chosen jobs, in the same order.
command-proof = What everybody paid (JSON)
