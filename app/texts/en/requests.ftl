### What two people do together: one asks for it, the other agrees.

waiting = Waits for a second person
by = Asked for by { $name }
by_you = Asked for by you
until = Possible until { $moment }
asked_by = { $name }, { $moment }
back = Back to your work
mine = You asked for this. A colleague with an account of their own must agree. They find it on the page "My work".
withdraw = Take this request back
fixed = Mind: this cannot be undone

act-make_letters = Making letters
act-cancel_letter = Cancelling a letter
act-count_votes = Opening the ballot box and counting
act-cancel_vote = Stopping the round
act-move_dates = Opening or closing the vote later
act-step_vote = Opening or closing the vote by hand

fixed-make_letters = The codes are fixed then. You see them once, to print them.
fixed-cancel_letter = The code on this letter works no more then. The one in the spare envelope works at once. Was it used to vote? Then that vote does not count. Nobody can see whether it was used.
fixed-count_votes = Everybody sees the outcome at once. A round that was counted cannot be stopped any more.
fixed-cancel_vote = Nobody can vote in this round any more then. The reason stands on the site.
fixed-move_dates = The new dates hold then. The vote can never open or close earlier than that. The reason stands on the site.
fixed-step_vote = The vote opens or closes at once. The reason stands on the site. All votes in the box count.

agree-make_letters = Agreed: make the letters
agree-cancel_letter = Agreed: cancel this letter
agree-count_votes = Agreed: open the ballot box and count
agree-cancel_vote = Agreed: stop the round
agree-move_dates = Agreed: move the dates
agree-step_vote = Agreed: do it now

field-sure = Are you sure?
field-sure_yes = Yes, I have checked everything

fact-round = Round
fact-wijk = Neighbourhood
fact-letters = Letters
fact-reserve = Spare envelopes
fact-paper = Ballots on paper
fact-number = Number on the letter
fact-reason = Reason
fact-replacement = Envelope that you hand out
fact-public_reason = Reason for everybody
fact-step = What happens?
fact-voting = Voting opens
fact-closed = Voting closes
fact-council = The council gets the dossier
fact-asked = Asked for by
fact-term = Possible until
no_envelope = none
moved = { $new }. It was { $old }.

cancel_reason-lost = Lost
cancel_reason-stolen = Somebody else has the letter, or may have
cancel_reason-damaged = The code cannot be read
cancel_reason-never_came = The letter never came

done-request_made = Your request now waits for a second person
done-request_withdrawn = Your request was taken back
done-letter_cancelled = The letter was cancelled. Now hand out the envelope, if you took one.
done-round_cancelled = The round was stopped
done-dates_moved = The dates were moved
done-vote_stepped = It is done. The reason stands on the page of the round
done-round_discarded = The draft was thrown away
