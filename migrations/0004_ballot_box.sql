-- The ballot box (app/domain/src/ballot_box/README.md). Casting writes exactly one row, in `ballot_box`, and nothing anywhere says
-- which code was used. No table has both a letter and a seal. No time stands in any of these.

CREATE TABLE eligibility ( -- without rowid
    -- What only code and round secret together give; random, so key order tells nothing.
    voter TEXT NOT NULL PRIMARY KEY,
    round_id TEXT NOT NULL,
    wijk_id TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT eligibility_kind_known CHECK (kind IN ('letter', 'reserve', 'paper')),
    -- Number on it, over all kinds together, dealt in random order.
    number BIGINT NOT NULL,
    status TEXT NOT NULL CONSTRAINT eligibility_status_known CHECK (status IN ('unissued', 'issued', 'cancelled')),
    -- The hash over number, seal and a salt: the hash of the list of them is in the journal before voting.
    commitment TEXT NOT NULL,
    -- That seal and salt, locked with the link key: opened for cancelled letters only, when the box is.
    link BYTEA NOT NULL,
    -- HMAC under the master key over all other columns: a row without its own is not believed.
    mark TEXT NOT NULL,
    FOREIGN KEY (round_id, wijk_id) REFERENCES round_wijk (round_id, wijk_id),
    CONSTRAINT eligibility_number_once UNIQUE (round_id, wijk_id, number)
);

-- Every seal that can vote in a wijk; on this list nobody is added once voting opened.
CREATE TABLE seal ( -- without rowid
    -- The public key that the code on a letter leads to (Ed25519, hex), and that signs the ballot.
    seal TEXT NOT NULL PRIMARY KEY,
    round_id TEXT NOT NULL,
    wijk_id TEXT NOT NULL,
    -- As in `eligibility`.
    mark TEXT NOT NULL,
    FOREIGN KEY (round_id, wijk_id) REFERENCES round_wijk (round_id, wijk_id)
);

CREATE TABLE ballot_box ( -- without rowid
    -- No foreign key: PostgreSQL would mark the row in `seal` on every vote.
    seal TEXT NOT NULL PRIMARY KEY,
    -- The hash that binds the sealed ballot, and the seal's signature over it: both are in the hash of the closed box.
    commitment TEXT NOT NULL,
    signature TEXT NOT NULL,
    -- The ballot, locked to the key of the box.
    sealed BYTEA NOT NULL
);

-- Who keeps which card of the box; what is on a card is stored nowhere.
CREATE TABLE key_card (
    round_id TEXT NOT NULL REFERENCES round (id),
    number BIGINT NOT NULL CONSTRAINT key_card_number CHECK (number BETWEEN 1 AND 7),
    -- An organisation or a function; everybody may read it.
    holder TEXT NOT NULL,
    -- A card is shown once, to be printed. Those that were not can no longer be: then the key is made anew.
    is_shown BIGINT NOT NULL CONSTRAINT key_card_is_shown_flag CHECK (is_shown IN (0, 1)),
    PRIMARY KEY (round_id, number)
);

-- After the count: what everybody may read and count again.
CREATE TABLE published_ballot (
    round_id TEXT NOT NULL,
    wijk_id TEXT NOT NULL,
    seal TEXT NOT NULL PRIMARY KEY,
    -- The voter's control words, by which a ballot is found again.
    words TEXT NOT NULL,
    ballot TEXT NOT NULL,
    FOREIGN KEY (round_id, wijk_id) REFERENCES round_wijk (round_id, wijk_id)
);
CREATE INDEX published_ballot_round ON published_ballot (round_id, wijk_id, words);

-- Everything that a round was counted from, as the one zip that everybody gets.
CREATE TABLE pack (
    round_id TEXT NOT NULL PRIMARY KEY REFERENCES round (id),
    content BYTEA NOT NULL
);

CREATE TABLE outcome (
    round_id TEXT NOT NULL,
    wijk_id TEXT NOT NULL,
    -- JSON of `domain::outcome::WijkOutcome`.
    content TEXT NOT NULL,
    PRIMARY KEY (round_id, wijk_id),
    FOREIGN KEY (round_id, wijk_id) REFERENCES round_wijk (round_id, wijk_id)
);
