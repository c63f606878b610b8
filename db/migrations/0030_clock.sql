-- Every running deadline of a contract, whatever it belongs to. Escalations, today's page and calendars read only this.
CREATE TABLE due (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    side TEXT NOT NULL,
    person_id TEXT REFERENCES person (id),
    starts_at TEXT NOT NULL,
    half_at TEXT NOT NULL,
    near_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    guide INTEGER NOT NULL,
    told INTEGER NOT NULL,
    next_at TEXT,
    stopped_at TEXT,
    outcome TEXT NOT NULL,
    PRIMARY KEY (contract_id, id)
);
CREATE UNIQUE INDEX due_open ON due (contract_id, kind, subject_kind, subject_id) WHERE stopped_at IS NULL;
CREATE INDEX due_by_day ON due (contract_id, due_at, id) WHERE stopped_at IS NULL;
CREATE INDEX due_next ON due (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX due_by_person ON due (person_id);
