-- Failed units on their way back to the spares (SPR-01…13). The unit itself moves in the register; here stand the chain
-- and who did which step when.
CREATE TABLE repair (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    device_id TEXT NOT NULL,
    spare_id TEXT,
    request_id TEXT,
    state TEXT NOT NULL,
    failed_on TEXT NOT NULL,
    symptom TEXT NOT NULL,
    warranty_until TEXT,
    finding TEXT,
    erased_on TEXT,
    settings_on TEXT,
    last_on TEXT NOT NULL,
    search_key TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, id),
    UNIQUE (contract_id, number),
    FOREIGN KEY (contract_id, device_id) REFERENCES device (contract_id, id),
    FOREIGN KEY (contract_id, spare_id) REFERENCES device (contract_id, id),
    FOREIGN KEY (contract_id, request_id) REFERENCES work_request (contract_id, id)
);
CREATE INDEX repair_by_device ON repair (contract_id, device_id);
CREATE INDEX repair_by_spare ON repair (contract_id, spare_id);
CREATE INDEX repair_by_request ON repair (contract_id, request_id);
-- A unit goes one way at a time.
CREATE UNIQUE INDEX repair_one_open ON repair (contract_id, device_id)
 WHERE state <> 'spare' AND state <> 'handed_over' AND state <> 'disposed';

CREATE TABLE repair_step (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    repair_id TEXT NOT NULL,
    id TEXT NOT NULL,
    act TEXT NOT NULL,
    on_day TEXT NOT NULL,
    person TEXT NOT NULL,
    place TEXT NOT NULL,
    finding TEXT,
    detail TEXT NOT NULL,
    attendee TEXT NOT NULL,
    reason TEXT NOT NULL,
    certificate_id TEXT,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, repair_id, id),
    FOREIGN KEY (contract_id, repair_id) REFERENCES repair (contract_id, id)
);
