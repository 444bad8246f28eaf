### Getallen. De cijfers en hun punten komen van ICU; hier staat wat eromheen staat.

amount = €{ "\u00A0" }{ $n }
percent = { $n }{ "\u00A0" }%
