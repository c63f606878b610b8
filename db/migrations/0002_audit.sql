-- Append-only. contract_id 'system' is the chain of what belongs to no contract, so there is no foreign key to
-- contract;
-- the actor is kept as it was and outlives every other row.
CREATE TABLE event (
    contract_id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    at TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    side TEXT NOT NULL,
    roles TEXT NOT NULL,
    origin TEXT NOT NULL,
    remote_address TEXT NOT NULL,
    request_id TEXT NOT NULL,
    act TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    reason TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (contract_id, sequence)
);
-- Readings are many and of ever other subjects: in this index each would rewrite a page of its own.
CREATE INDEX event_by_subject ON event (contract_id, subject_kind, subject_id, sequence) WHERE act = 'change';
CREATE INDEX event_by_kind ON event (contract_id, kind, sequence);

-- The end of each chain, kept apart so that a cut-off tail is noticed.
CREATE TABLE event_chain (
    contract_id TEXT NOT NULL PRIMARY KEY,
    sequence INTEGER NOT NULL,
    hash TEXT NOT NULL
);
