-- Removable media: the register, where each has been, what was found on it and what it was used for (MED).
CREATE TABLE medium (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    label TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    purpose TEXT NOT NULL,
    keeper TEXT NOT NULL,
    storage_place TEXT NOT NULL,
    recovery INTEGER NOT NULL,
    state TEXT NOT NULL,
    holder TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    used_at TEXT,
    check_id TEXT,
    check_from TEXT,
    check_at TEXT,
    check_verdict TEXT,
    search_key TEXT NOT NULL,
    registered_by TEXT NOT NULL,
    registered_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, id),
    UNIQUE (contract_id, label)
);

CREATE TABLE medium_movement (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    medium_id TEXT NOT NULL,
    id TEXT NOT NULL,
    move TEXT NOT NULL,
    at TEXT NOT NULL,
    person TEXT NOT NULL,
    place TEXT NOT NULL,
    note TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, medium_id, id),
    FOREIGN KEY (contract_id, medium_id) REFERENCES medium (contract_id, id)
);

CREATE TABLE medium_check (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    medium_id TEXT NOT NULL,
    id TEXT NOT NULL,
    method TEXT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    checked_by TEXT NOT NULL,
    tool TEXT NOT NULL,
    definitions_on TEXT,
    verdict TEXT NOT NULL,
    note TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    PRIMARY KEY (contract_id, medium_id, id),
    FOREIGN KEY (contract_id, medium_id) REFERENCES medium (contract_id, id)
);

CREATE TABLE medium_check_file (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    medium_id TEXT NOT NULL,
    check_id TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    verdict TEXT NOT NULL,
    threat TEXT NOT NULL,
    engine TEXT NOT NULL,
    definitions_on TEXT,
    scanned_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, medium_id, check_id, id),
    FOREIGN KEY (contract_id, medium_id, check_id) REFERENCES medium_check (contract_id, medium_id, id)
);

CREATE TABLE medium_use (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    medium_id TEXT NOT NULL,
    request_id TEXT NOT NULL,
    device_id TEXT,
    planned_at TEXT NOT NULL,
    purpose TEXT NOT NULL,
    state TEXT NOT NULL,
    used_at TEXT,
    used_by TEXT NOT NULL,
    permission TEXT NOT NULL,
    check_id TEXT,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, id),
    FOREIGN KEY (contract_id, medium_id) REFERENCES medium (contract_id, id),
    FOREIGN KEY (contract_id, request_id) REFERENCES work_request (contract_id, id)
);
CREATE INDEX medium_use_by_medium ON medium_use (contract_id, medium_id, planned_at);
CREATE INDEX medium_use_by_request ON medium_use (contract_id, request_id);
