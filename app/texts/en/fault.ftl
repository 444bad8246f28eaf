### What is wrong with a field. This stands beside the field itself.

empty = Fill this in.
too_long =
    { $n ->
        [one] This is { $n } character too long. There is room for { $max }.
       *[other] This is { $n } characters too long. There is room for { $max }.
    }
too_short =
    { $n ->
        [one] This is too short. At least { $n } character is needed.
       *[other] This is too short. At least { $n } characters are needed.
    }
forbidden_sign = There is a character here that is not allowed. Type the text again.
look_alike = There are letters here that look like other letters. Type the name again, in one kind of letters.
not_an_amount = This is not an amount. Write it like this: 1250 or 1250.50.
two_amounts = This amount can be read in two ways. Write 1250 or 1250.50, without a comma or dot for thousands.
negative = An amount below zero is not possible.
too_large = This amount is too large.
not_a_number = Fill in a whole number, in digits.
two_readings = This number can be read in two ways. Write it without a comma or dot: 1250.
out_of_range = Fill in a number from { $min } to { $max }.
not_chosen = Make a choice.
not_offered = This choice does not exist. Choose one from the list.
not_a_date = This is not a date with a time. Write it like this: 20 March 2027 20.00.
no_hour = There is no time with it. Write it like this: 20 March 2027 20.00. Midnight at the end of the day is 24.00.
no_such_moment = This moment does not exist or comes twice, because of summer time. Choose another hour.
too_early = This date must be later than the date above it.
past = This moment has passed. Choose a later one.
earlier_than_promised = This is earlier than promised. Voting never opens earlier and never closes earlier.
over_cap = One job now costs { $cost }. It may cost { $cap } at most. That is { $over } too much.
no_costs = Fill in at least one amount.
declined_by_no_ruling = You ticked a job. Choose "except some jobs" or remove the tick.
not_social = A company cannot offer a job here. It must be a non-profit organisation, or the municipality.
no_reason = Write down why.
taken = This name is already in use. Choose another one.
out_of_reach = You can give a role only in a wijk where you are administrator. Choose such a wijk.
weak_password = This password is easy to guess. Use a sentence that only you would think of.
not_equal = The two passwords are not the same.
not_confirmed = Tick the box to show that you are sure.
no_such_letter = There is no letter with this number. Look on the letter, or in the list of the municipality.
cancelled_before = This letter was cancelled before.
no_envelope = There is no spare envelope with this number.
envelope_gone = This envelope was given to somebody before. Take another one.
opens_alone = At least 2 cards are needed. Only in a trial round may there be 1 card, which opens the box by itself.
same_holder = This holder has a card already. Choose another.
wrong_cards = These cards do not open the ballot box together. Perhaps rows of one card stand with the other. Type all cards again.
card-not_one = These rows do not belong to one card. Type this card again.
card-other_box = This is a card of another round, or an old card that no longer works.
card-twice = This is the same card as card { $n } above. Take another card.
row-length =
    { $n ->
        [one] There is 1 sign here. A row has 16.
       *[other] There are { $n } signs here. A row has 16.
    }
row-bad_sign = In group { $group } there is a sign that is on no card.
row-wrong_group = A sign is wrong. Look at group { $group } first.
row-wrong = Some signs are wrong. Check the whole row.
row-other_row = This is another row of the card. Look at the number before the row.
over_allowance = The volunteer allowance is { $max } a year at most.

too_many = You chose too many. Choose { $n } at most.

too_few =
    { $n ->
        [one] Choose at least { $n } job.
       *[other] Choose at least { $n } jobs.
    }

# In the list at the top, with the name of the field.
labelled-empty = Fill in: { $label }
labelled-not_chosen = Choose: { $label }

personal-email = There is an email address here. Take it out: everybody can read this.
personal-phone = There is a phone number here. Take it out: everybody can read this.
personal-iban = There is a bank account number here. Take it out: everybody can read this.
personal-bsn = There is a citizen service number (BSN) here. Take it out: everybody can read this.

rung-inactive = This is not work.
rung-citizenship = Work done once or now and then is not a neighbourhood basic job. It belongs to a citizens' project. Ask the Smederij about it.
rung-volunteer_post = This is volunteer work. The organisation can arrange it itself.
rung-neighbourhood_job = This is a neighbourhood basic job.
rung-entry_job = Supported work at a company is an entry job. Ask the municipality about it.
rung-regular_job = This is a regular job.
