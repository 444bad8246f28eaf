-- The journal: append-only, each entry chained to the one before. No foreign key: it outlives the account.

CREATE TABLE journal (
    number BIGINT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    -- What happened, as canonical JSON: this is hashed.
    event TEXT NOT NULL,
    -- What the text is about, to find it by. Not hashed, but read from the text: `wijkbanen verify` compares.
    kind TEXT NOT NULL,
    round_id TEXT,
    wijk_id TEXT,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    -- The server's signature over that hash, under a key made of the master key.
    signature TEXT NOT NULL
);
CREATE INDEX journal_subject ON journal (round_id, kind, wijk_id, number);

-- only sqlite
CREATE TRIGGER journal_keeps_entries BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_drops_nothing BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
-- end only

-- only postgres
CREATE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$;
CREATE TRIGGER journal_keeps_entries BEFORE UPDATE OR DELETE ON journal
    FOR EACH ROW EXECUTE FUNCTION journal_is_append_only();
CREATE TRIGGER journal_is_never_emptied BEFORE TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only();
-- end only
