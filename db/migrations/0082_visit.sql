-- Visits to sites (VIS-05): announced, made or called off, with who went and for how many minutes.
CREATE TABLE visit (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    site_id TEXT NOT NULL,
    incident_id TEXT,
    request_id TEXT,
    request_number TEXT NOT NULL,
    purpose TEXT NOT NULL,
    planned_from TEXT NOT NULL,
    planned_until TEXT NOT NULL,
    told TEXT NOT NULL,
    state TEXT NOT NULL,
    arrived_at TEXT,
    started_at TEXT,
    departed_at TEXT,
    unticked_reason TEXT NOT NULL,
    result TEXT NOT NULL,
    called_off TEXT NOT NULL,
    search_key TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, id),
    FOREIGN KEY (contract_id, site_id) REFERENCES site (contract_id, id),
    FOREIGN KEY (contract_id, incident_id) REFERENCES incident (contract_id, id),
    FOREIGN KEY (contract_id, request_id) REFERENCES work_request (contract_id, id)
);
CREATE INDEX visit_by_time ON visit (contract_id, planned_from, id);
CREATE INDEX visit_by_site ON visit (contract_id, site_id, planned_from);
CREATE INDEX visit_by_incident ON visit (contract_id, incident_id);
CREATE INDEX visit_by_request ON visit (contract_id, request_id);
CREATE INDEX visit_open ON visit (contract_id, planned_from, id) WHERE state = 'planned' OR state = 'on_site';

-- Who goes. person_key tells people apart: the worker's id, or the folded name of who is not on the roster.
CREATE TABLE visit_worker (
    contract_id TEXT NOT NULL,
    visit_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    worker_id TEXT,
    name TEXT NOT NULL,
    person_key TEXT NOT NULL,
    search_key TEXT NOT NULL,
    minutes INTEGER,
    PRIMARY KEY (contract_id, visit_id, place),
    FOREIGN KEY (contract_id, visit_id) REFERENCES visit (contract_id, id),
    FOREIGN KEY (contract_id, worker_id) REFERENCES worker (contract_id, id)
);
CREATE INDEX visit_worker_by_worker ON visit_worker (contract_id, worker_id);
CREATE INDEX visit_worker_by_person ON visit_worker (contract_id, person_key);

-- What was seen to before a visit (SIT-06, SPR-02), with the spare unit that goes along.
CREATE TABLE visit_tick (
    contract_id TEXT NOT NULL,
    visit_id TEXT NOT NULL,
    item TEXT NOT NULL,
    device_id TEXT,
    ticked_by TEXT NOT NULL,
    ticked_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, visit_id, item),
    FOREIGN KEY (contract_id, visit_id) REFERENCES visit (contract_id, id),
    FOREIGN KEY (contract_id, device_id) REFERENCES device (contract_id, id)
);
CREATE INDEX visit_tick_by_device ON visit_tick (contract_id, device_id);

-- An arrival, start of work or departure of a visit. SQLite adds no foreign key of two columns to a table that is
-- there, and nothing ever deletes a visit.
ALTER TABLE incident_entry ADD COLUMN visit_id TEXT;
