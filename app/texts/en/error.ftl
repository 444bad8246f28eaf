### When a page is not there, may not be seen or cannot be had.

way_on = Go back to the previous page, or start again.
home = To the first page

not_found-title = This page does not exist
not_found-text = We cannot find this page. Maybe the address was not copied correctly.

forbidden-title = You may not do this here
forbidden-text = Your account may not open this page. Or the request did not come from our own site.

refused-title = That is not possible now
refused-out_of_turn = This step does not fit the phase of the round.
refused-before_time = Voting never opens or closes before the agreed time.
refused-missing = Something is still missing. Look in the list.
refused-waits = This step waits for people. Look on the page of the round why.
refused-blocked = This proposal is blocked. Only another proposal can go on.
refused-no_opinion = There is no second opinion yet. Ask a party first.
refused-opinion_pending = There is no answer from a party yet. Wait for it, or write down that they do not reply.
refused-conditions_needed = The answers ask for conditions. Choose: may go on the ballot, with conditions.
refused-involved = You made this proposal or filled in the check. Somebody else must decide.
refused-phase = The round is in another phase. That is why this is not possible now.
refused-state = This proposal is already further on. That is why this is no longer possible.
refused-code = This code does not open a ballot.
refused-closed = The ballot box is closed. You can no longer vote.
refused-earlier_vote = The ballot box is closed. Somebody has already voted with this letter, and that earlier vote counts. It can no longer be changed.
refused-sign_in = The name or the password is not right.
refused-done = This has already been done. It can be done only once.
refused-same_person = You asked for this yourself. Somebody else must agree.
refused-not_empty = There are already real data in here.

busy-title = It is very busy now
busy-text = Many people are at it at once. Wait a few seconds and try again.
too_many-title = Please wait
too_many-text = This went wrong often from your internet connection, so people are waiting now. Wait a minute and try again. Your code or account stays valid.

not_understood-title = We do not understand this
not_understood-text = Something arrived that our pages do not send. Go back and click or fill it in again.

too_large-title = This is too much at once
too_large-text = You sent more than fits in a form. Go back and make the text shorter.

internal-title = Something went wrong on our side
internal-text = This is our mistake. What you did has not been half saved. Give this number if you call: { $reference }.
