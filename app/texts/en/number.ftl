### Numbers. The digits and their commas come from ICU; here stands what is around them.

amount = €{ "\u00A0" }{ $n }
percent = { $n }{ "\u00A0" }%
