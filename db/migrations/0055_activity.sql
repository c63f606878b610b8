-- Work that is not on equipment (WRQ-16): logged outside of work requests, counted in the monthly report.
CREATE TABLE activity (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    work_type TEXT NOT NULL,
    title TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    what TEXT NOT NULL,
    result TEXT NOT NULL,
    done_on TEXT NOT NULL,
    hours_tenths INTEGER NOT NULL,
    performed_by TEXT NOT NULL,
    request_id TEXT,
    permission TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    cancelled_at TEXT,
    cancelled_by TEXT NOT NULL,
    cancelled_because TEXT NOT NULL,
    search_key TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, id),
    UNIQUE (contract_id, number),
    FOREIGN KEY (contract_id, request_id) REFERENCES work_request (contract_id, id)
);
CREATE INDEX activity_by_day ON activity (contract_id, done_on, number, id);
CREATE INDEX activity_by_request ON activity (contract_id, request_id);
