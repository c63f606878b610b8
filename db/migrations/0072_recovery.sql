-- Recovery media (REC-01…06, SPR-12, MED-04): the editions of each family of media and how each came to be, the master
-- PC from which it is made, the media of the register that carry it, and the units that were set up from it.
CREATE TABLE recovery_edition (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    family TEXT NOT NULL,
    model TEXT NOT NULL,
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    origin TEXT NOT NULL,
    state TEXT NOT NULL,
    changes TEXT NOT NULL,
    request_id TEXT,
    instruction TEXT NOT NULL,
    agreement TEXT NOT NULL,
    planned_on TEXT NOT NULL,
    last_on TEXT,
    released_on TEXT,
    note TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, id),
    UNIQUE (contract_id, name),
    FOREIGN KEY (contract_id, request_id) REFERENCES work_request (contract_id, id)
);
CREATE INDEX recovery_edition_by_request ON recovery_edition (contract_id, request_id);

CREATE TABLE recovery_step (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    edition_id TEXT NOT NULL,
    id TEXT NOT NULL,
    act TEXT NOT NULL,
    on_day TEXT NOT NULL,
    person TEXT NOT NULL,
    note TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, edition_id, id),
    FOREIGN KEY (contract_id, edition_id) REFERENCES recovery_edition (contract_id, id)
);

-- A paper of an update: its file, or why it stays as it is.
CREATE TABLE recovery_paper (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    edition_id TEXT NOT NULL,
    paper TEXT NOT NULL,
    attachment_id TEXT,
    unchanged TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, edition_id, paper),
    FOREIGN KEY (contract_id, edition_id) REFERENCES recovery_edition (contract_id, id)
);

CREATE TABLE recovery_master (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    family TEXT NOT NULL,
    model TEXT NOT NULL,
    device_id TEXT NOT NULL,
    note TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, family, model),
    FOREIGN KEY (contract_id, device_id) REFERENCES device (contract_id, id)
);
CREATE INDEX recovery_master_by_device ON recovery_master (contract_id, device_id);

-- A medium carries one edition at a time.
CREATE TABLE recovery_medium (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    medium_id TEXT NOT NULL,
    edition_id TEXT NOT NULL,
    written_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, medium_id),
    FOREIGN KEY (contract_id, medium_id) REFERENCES medium (contract_id, id),
    FOREIGN KEY (contract_id, edition_id) REFERENCES recovery_edition (contract_id, id)
);
CREATE INDEX recovery_medium_by_edition ON recovery_medium (contract_id, edition_id);

CREATE TABLE recovery_application (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    edition_id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    on_day TEXT NOT NULL,
    person TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, edition_id, device_id),
    FOREIGN KEY (contract_id, edition_id) REFERENCES recovery_edition (contract_id, id),
    FOREIGN KEY (contract_id, device_id) REFERENCES device (contract_id, id)
);
CREATE INDEX recovery_application_by_device ON recovery_application (contract_id, device_id);
