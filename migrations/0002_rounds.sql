-- Rounds, their wijken and what freezes.

CREATE TABLE round (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    phase TEXT NOT NULL,
    -- No round may allow more than the policy note does: € 17.000 a place a year.
    cap_cents BIGINT NOT NULL CONSTRAINT round_cap_within_policy CHECK (cap_cents BETWEEN 1 AND 1700000),
    -- Cap, ballot and dates as JSON of `domain::round::Settings`.
    settings TEXT NOT NULL,
    -- The questions of this round as JSON; a copy, so that a new edition never touches a running round.
    checklist TEXT NOT NULL,
    -- Canonical JSON of the frozen rules and its hash; both from the moment the ballot is published.
    rules TEXT,
    rules_hash TEXT,
    -- Public halves of the two keys of the box, and the round secret wrapped under the server's master key; empty once it
    -- was destroyed.
    box_key TEXT,
    link_key TEXT,
    box_secret BYTEA,
    -- HMAC under the master key over these three: keys that somebody else wrote are not used.
    key_mark TEXT,
    -- The private half of the first, from the count on: everybody opens the envelopes again. That of the links, never.
    box_private TEXT,
    -- What the vote goes by from opening on, as JSON of `domain::round::Sheet`, with its mark under the master key.
    sheet TEXT,
    sheet_mark TEXT,
    rehearsed_at BIGINT,
    -- When staff said that the clock may begin the round.
    ready_at BIGINT,
    created_at BIGINT NOT NULL,
    CONSTRAINT round_rules_and_hash CHECK ((rules IS NULL) = (rules_hash IS NULL)),
    CONSTRAINT round_key_and_secret CHECK ((box_key IS NULL) = (box_secret IS NULL)),
    CONSTRAINT round_sheet_and_mark CHECK ((sheet IS NULL) = (sheet_mark IS NULL)),
    CONSTRAINT round_keys_together CHECK ((box_key IS NULL) = (link_key IS NULL)),
    CONSTRAINT round_keys_and_mark CHECK ((box_key IS NULL) = (key_mark IS NULL))
);

CREATE TABLE round_wijk (
    round_id TEXT NOT NULL REFERENCES round (id),
    wijk_id TEXT NOT NULL REFERENCES wijk (id),
    budget_cents BIGINT NOT NULL CONSTRAINT round_wijk_budget CHECK (budget_cents >= 0),
    eligible BIGINT NOT NULL CONSTRAINT round_wijk_eligible CHECK (eligible >= 0),
    -- Codes beside the letters: envelopes at the desk, and ballots on paper.
    reserve BIGINT NOT NULL CONSTRAINT round_wijk_reserve CHECK (reserve >= 0),
    paper BIGINT NOT NULL CONSTRAINT round_wijk_paper CHECK (paper >= 0),
    -- Drawn when the ballot is published and kept here until the count; its hash stands in the rules.
    lot_seed TEXT,
    PRIMARY KEY (round_id, wijk_id)
);

-- Acts that need two people, from asking to agreeing.
CREATE TABLE request (
    id TEXT NOT NULL PRIMARY KEY,
    -- JSON of `domain::act::Act`.
    act TEXT NOT NULL,
    asked_by TEXT NOT NULL REFERENCES person (id),
    role TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    state TEXT NOT NULL CONSTRAINT request_state_known CHECK (state IN ('open', 'agreed', 'withdrawn')),
    -- HMAC under the master key over all other columns.
    mark TEXT NOT NULL
);
