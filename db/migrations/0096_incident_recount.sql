-- By which calendars and levels the clocks of a contract's open incidents were counted last: the version of the
-- holidays and that of the contract.
CREATE TABLE incident_recount (
    contract_id TEXT NOT NULL PRIMARY KEY REFERENCES contract (id),
    calendars TEXT NOT NULL,
    counted_at TEXT NOT NULL
);
CREATE INDEX due_open_by_subject ON due (contract_id, subject_kind, subject_id) WHERE stopped_at IS NULL;
