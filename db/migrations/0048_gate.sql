-- How the work of a request began, and why the contractor did not take it on.
ALTER TABLE work_request ADD COLUMN start_kind TEXT NOT NULL DEFAULT 'none';
ALTER TABLE work_request ADD COLUMN declined TEXT NOT NULL DEFAULT '';

-- The start of work: who, when, by which procedure, in which agreed window. An emergency start rests on an instruction
-- of the city and may stand before its request is written (A-16); then request_id is NULL and title says what it is.
CREATE TABLE work_start (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    request_id TEXT,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    site_id TEXT,
    started_at TEXT NOT NULL,
    started_by TEXT NOT NULL REFERENCES person (id),
    started_name TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    procedure_version_id TEXT,
    procedure_text TEXT NOT NULL,
    window_id TEXT,
    instructed_by TEXT NOT NULL,
    instructed_at TEXT,
    instructed_how TEXT NOT NULL,
    instruction TEXT NOT NULL,
    approval_id TEXT,
    retroactive INTEGER NOT NULL,
    PRIMARY KEY (contract_id, id),
    UNIQUE (contract_id, request_id),
    FOREIGN KEY (contract_id, request_id) REFERENCES work_request (contract_id, id),
    FOREIGN KEY (contract_id, site_id) REFERENCES site (contract_id, id),
    FOREIGN KEY (contract_id, window_id) REFERENCES work_window (contract_id, id)
);
CREATE INDEX work_start_by_site ON work_start (contract_id, site_id);
CREATE INDEX work_start_by_window ON work_start (contract_id, window_id);
CREATE INDEX work_start_by_person ON work_start (started_by);
CREATE INDEX work_start_by_kind ON work_start (contract_id, kind, started_at);

-- What an emergency start still owes: one row for the city's instruction, one for a request that is to be written, one
-- for each gate that was shut.
CREATE TABLE start_duty (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    start_id TEXT NOT NULL,
    gate TEXT NOT NULL,
    due_at TEXT NOT NULL,
    closed_at TEXT,
    PRIMARY KEY (contract_id, start_id, gate),
    FOREIGN KEY (contract_id, start_id) REFERENCES work_start (contract_id, id)
);
CREATE INDEX start_duty_open ON start_duty (due_at) WHERE closed_at IS NULL;
