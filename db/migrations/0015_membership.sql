-- A role of a person in a contract, in force on [from_day, to_day). Ended, never deleted once it was in force.
CREATE TABLE membership (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    role TEXT NOT NULL,
    from_day TEXT NOT NULL,
    to_day TEXT,
    PRIMARY KEY (contract_id, id)
);
CREATE INDEX membership_by_person ON membership (person_id);

-- A program's right to act with one role, in the name of the person who made it. hash is the SHA-256 of the token.
CREATE TABLE api_token (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    revoked_at TEXT,
    last_used_at TEXT,
    PRIMARY KEY (contract_id, id)
);
CREATE INDEX api_token_by_person ON api_token (person_id);
