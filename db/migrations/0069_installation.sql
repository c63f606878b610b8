-- Jobs of installation, removal, relocation and re-setup (INS-01…06, RST-01…03). What they did to the units stands in
-- the register.
CREATE TABLE installation (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    site_id TEXT,
    planned_on TEXT NOT NULL,
    request_id TEXT,
    instruction TEXT NOT NULL,
    medium TEXT NOT NULL,
    agreement TEXT NOT NULL,
    lent_on TEXT,
    due_back TEXT,
    note TEXT NOT NULL,
    last_on TEXT,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, id),
    UNIQUE (contract_id, number),
    FOREIGN KEY (contract_id, site_id) REFERENCES site (contract_id, id),
    FOREIGN KEY (contract_id, request_id) REFERENCES work_request (contract_id, id)
);
CREATE INDEX installation_by_day ON installation (contract_id, planned_on, id);
CREATE INDEX installation_by_site ON installation (contract_id, site_id);
CREATE INDEX installation_by_request ON installation (contract_id, request_id);

CREATE TABLE installation_unit (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    installation_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    device_id TEXT NOT NULL,
    place TEXT NOT NULL,
    PRIMARY KEY (contract_id, installation_id, position),
    UNIQUE (contract_id, installation_id, device_id),
    FOREIGN KEY (contract_id, installation_id) REFERENCES installation (contract_id, id),
    FOREIGN KEY (contract_id, device_id) REFERENCES device (contract_id, id)
);
CREATE INDEX installation_unit_by_device ON installation_unit (contract_id, device_id);

CREATE TABLE installation_step (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    installation_id TEXT NOT NULL,
    id TEXT NOT NULL,
    act TEXT NOT NULL,
    on_day TEXT NOT NULL,
    person TEXT NOT NULL,
    medium TEXT NOT NULL,
    note TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, installation_id, id),
    FOREIGN KEY (contract_id, installation_id) REFERENCES installation (contract_id, id)
);
