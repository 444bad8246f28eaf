-- What the council decided, and the jobs that follow. Both lists, the residents' and the council's, stay.

CREATE TABLE council_decision (
    round_id TEXT NOT NULL REFERENCES round (id),
    -- A round that was sent back gets a second decision.
    number BIGINT NOT NULL,
    decision TEXT NOT NULL,
    decided_at BIGINT NOT NULL,
    PRIMARY KEY (round_id, number)
);

-- A job, never its holder.
CREATE TABLE job (
    id TEXT NOT NULL PRIMARY KEY,
    proposal_id TEXT NOT NULL REFERENCES proposal (id),
    place BIGINT NOT NULL,
    state TEXT NOT NULL CONSTRAINT job_state_known CHECK (state IN ('agreement', 'vacancy', 'filled', 'ended')),
    changed_at BIGINT NOT NULL,
    CONSTRAINT job_place_once UNIQUE (proposal_id, place)
);
