-- The secret address under which a person's calendar program fetches what is due; only its hash is kept. One
-- of a person
-- for each contract: a new one takes the place of the old.
CREATE TABLE calendar_feed (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    id TEXT NOT NULL,
    secret_sha256 TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    fetched_at TEXT,
    PRIMARY KEY (contract_id, person_id)
);
CREATE INDEX calendar_feed_by_person ON calendar_feed (person_id);
