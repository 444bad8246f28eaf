### What is wrong with a field. This stands beside the field itself.

empty = Fill this in.
too_long = This is too long: { $found } characters. There is room for { $max }.
forbidden_sign = There is a character here that is not allowed. Type the text again.
look_alike = There are letters here that look like other letters. Type the name again, in one kind of letters.
not_an_amount = This is not an amount. Write it like this: 1250 or 1250.50.
negative = An amount below zero is not possible.
too_large = This amount is too large.
not_a_number = Fill in a whole number, in digits.
out_of_range = Fill in a number from { $min } to { $max }.
not_chosen = Make a choice.
not_offered = This choice does not exist. Choose one from the list.
not_a_date = This is not a date with a time. Write it like this: 20 March 2027 20.00.
no_such_moment = This moment does not exist or comes twice, because of summer time. Choose another hour.
too_early = This date must be later than the date above it.
over_cap = One job now costs { $cost }. It may cost { $cap } at most. That is { $over } too much.
not_social = A company cannot offer a job here. It must be a non-profit organisation, or the municipality.
no_reason = Write down why.
taken = This name is already in use. Choose another one.
weak_password = This password is easy to guess. Use a sentence that only you would think of.
not_equal = The two passwords are not the same.
not_confirmed = Tick the box to show that you are sure.
wrong_card = This is not the right key card. Check the characters again.
over_allowance = The volunteer allowance is { $max } a year at most.

too_many = You chose too many. Choose { $n } at most.

too_few =
    { $n ->
        [one] Fill in at least one.
       *[other] This is not enough. There must be at least { $n }.
    }

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
