-- People with an account. Voters have none: they have a code.

CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    content TEXT NOT NULL
);

CREATE TABLE wijk (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    -- The name as it is compared (domain `text::folded`): two that differ in case or blanks only are one.
    name_folded TEXT NOT NULL CONSTRAINT wijk_name_taken UNIQUE,
    kind TEXT NOT NULL CONSTRAINT wijk_kind_known CHECK (kind IN ('wijk', 'dorp')),
    residents BIGINT NOT NULL CONSTRAINT wijk_residents_count CHECK (residents >= 0),
    voting_point TEXT NOT NULL
);

CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY,
    -- How a person signs in, folded (domain `text::login`), so that case never locks anybody out.
    login TEXT NOT NULL CONSTRAINT person_login_taken UNIQUE,
    name TEXT NOT NULL,
    -- Argon2id in PHC form; the parameters stand in it.
    password TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE person_role (
    person_id TEXT NOT NULL REFERENCES person (id),
    role TEXT NOT NULL CONSTRAINT person_role_known CHECK (
        role IN ('resident', 'desk', 'reviewer', 'smederij', 'council', 'clerk', 'administrator')
    ),
    -- The only wijk the role holds in; empty is everywhere.
    wijk_id TEXT REFERENCES wijk (id)
);
CREATE INDEX person_role_person ON person_role (person_id);

CREATE TABLE session (
    -- SHA-256 of the token in the cookie: a stolen database signs nobody in.
    token TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    is_staff BIGINT NOT NULL CONSTRAINT session_is_staff_flag CHECK (is_staff IN (0, 1)),
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
);
CREATE INDEX session_person ON session (person_id);
