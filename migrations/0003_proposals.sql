-- What residents hand in, and the check on displacement.

CREATE TABLE proposal (
    id TEXT NOT NULL PRIMARY KEY,
    round_id TEXT NOT NULL,
    wijk_id TEXT NOT NULL,
    -- Fixed number on screen and paper, from the moment it is handed in.
    number BIGINT,
    author_id TEXT NOT NULL REFERENCES person (id),
    state TEXT NOT NULL CONSTRAINT proposal_state_known CHECK (
        state IN (
            'draft', 'submitted', 'needs_change', 'admitted', 'rejected', 'postponed', 'withdrawn',
            'on_ballot', 'chosen', 'not_chosen', 'adopted', 'declined'
        )
    ),
    title TEXT NOT NULL,
    -- As typed (JSON), so that nobody loses a word; and as checked (JSON), once it was handed in.
    draft TEXT NOT NULL,
    content TEXT,
    places BIGINT NOT NULL CONSTRAINT proposal_places CHECK (places BETWEEN 0 AND 20),
    -- The cap: € 17.000 a place a year. The domain refuses first; this is the last lock.
    cost_per_place_cents BIGINT NOT NULL
        CONSTRAINT proposal_within_cap CHECK (cost_per_place_cents BETWEEN 0 AND 1700000),
    -- Answers to the 15 questions (JSON), who gave them, and the verdict that follows.
    answers TEXT NOT NULL,
    answered_by TEXT REFERENCES person (id),
    verdict TEXT CONSTRAINT proposal_verdict_known CHECK (
        verdict IN ('clean', 'conditional', 'second_opinion', 'blocked')
    ),
    decision TEXT CONSTRAINT proposal_decision_known CHECK (
        decision IN ('admit', 'admit_with_conditions', 'change', 'postpone', 'reject')
    ),
    decision_reason TEXT,
    decided_by TEXT REFERENCES person (id),
    decided_at BIGINT,
    created_at BIGINT NOT NULL,
    submitted_at BIGINT,
    FOREIGN KEY (round_id, wijk_id) REFERENCES round_wijk (round_id, wijk_id),
    CONSTRAINT proposal_number_once UNIQUE (round_id, wijk_id, number),
    CONSTRAINT proposal_submitted_is_complete CHECK (
        state IN ('draft', 'withdrawn') OR (content IS NOT NULL AND number IS NOT NULL AND submitted_at IS NOT NULL)
    ),
    -- Nothing blocked or undecided can reach the ballot.
    CONSTRAINT proposal_on_ballot_is_admitted CHECK (
        state NOT IN ('admitted', 'on_ballot', 'chosen', 'not_chosen', 'adopted', 'declined')
        OR (verdict IS NOT NULL AND verdict <> 'blocked'
            AND decision IS NOT NULL AND decision IN ('admit', 'admit_with_conditions'))
    ),
    CONSTRAINT proposal_decision_has_reason CHECK (
        decision IS NULL OR (decision_reason IS NOT NULL AND decided_at IS NOT NULL)
    )
);
CREATE INDEX proposal_round ON proposal (round_id, wijk_id, number);
CREATE INDEX proposal_author ON proposal (author_id);

CREATE TABLE opinion (
    proposal_id TEXT NOT NULL REFERENCES proposal (id),
    party TEXT NOT NULL,
    opinion TEXT NOT NULL CONSTRAINT opinion_known CHECK (
        opinion IN ('no_objection', 'condition', 'objection', 'no_reply', 'pending')
    ),
    remark TEXT NOT NULL,
    recorded_at BIGINT NOT NULL,
    PRIMARY KEY (proposal_id, party)
);
