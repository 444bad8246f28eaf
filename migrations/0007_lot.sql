-- The lot is drawn when the ballot is published: its seed stays here until the count, its hash stands in the rules.

ALTER TABLE round_wijk ADD COLUMN lot_seed TEXT;
