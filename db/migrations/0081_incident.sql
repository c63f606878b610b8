-- Faults of the equipment (INC-01…19): what was handed over and what came of it. `state` and `begun_at` are read from
-- the course and kept here for the lists.
CREATE TABLE incident (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    case_number TEXT NOT NULL,
    state TEXT NOT NULL,
    begun_at TEXT NOT NULL,
    phenomenon TEXT NOT NULL,
    site_id TEXT,
    place TEXT NOT NULL,
    device_id TEXT,
    device_class TEXT NOT NULL,
    error_text TEXT NOT NULL,
    contact_person TEXT NOT NULL,
    contact_phone TEXT NOT NULL,
    occurred_at TEXT,
    severity TEXT NOT NULL,
    action TEXT NOT NULL,
    cause TEXT NOT NULL,
    notes TEXT NOT NULL,
    search_key TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, id),
    FOREIGN KEY (contract_id, site_id) REFERENCES site (contract_id, id),
    FOREIGN KEY (contract_id, device_id) REFERENCES device (contract_id, id)
);
CREATE INDEX incident_by_time ON incident (contract_id, begun_at, id);
CREATE INDEX incident_by_site ON incident (contract_id, site_id, begun_at);
CREATE INDEX incident_by_device ON incident (contract_id, device_id, begun_at);
CREATE INDEX incident_open ON incident (contract_id, begun_at) WHERE state <> 'closed' AND state <> 'filtered';
-- The city gives a number once.
CREATE UNIQUE INDEX incident_case_number ON incident (contract_id, case_number) WHERE case_number <> '';

-- What happened when. Entries are never changed; a wrong one is taken back with the reason.
CREATE TABLE incident_entry (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    incident_id TEXT NOT NULL,
    id TEXT NOT NULL,
    act TEXT NOT NULL,
    at TEXT NOT NULL,
    person TEXT NOT NULL,
    city_person TEXT NOT NULL,
    text TEXT NOT NULL,
    appointment TEXT,
    finished_at TEXT,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    taken_back TEXT NOT NULL,
    PRIMARY KEY (contract_id, incident_id, id),
    FOREIGN KEY (contract_id, incident_id) REFERENCES incident (contract_id, id)
);

-- Why a service level was missed (SLA-06).
CREATE TABLE incident_miss (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    incident_id TEXT NOT NULL,
    level TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (contract_id, incident_id, level),
    FOREIGN KEY (contract_id, incident_id) REFERENCES incident (contract_id, id)
);
