-- The list of work requests (004 別紙2). work_types holds the profile's work type ids as ',a,b,' so that one row is
-- one read.
CREATE TABLE work_request (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    number_year INTEGER NOT NULL,
    number_seq INTEGER NOT NULL,
    entered_on TEXT NOT NULL,
    city_person TEXT NOT NULL,
    division TEXT NOT NULL,
    division_person TEXT NOT NULL,
    contractor TEXT NOT NULL,
    contractor_person TEXT NOT NULL,
    status TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    wish_on TEXT NOT NULL,
    received_on TEXT,
    result TEXT NOT NULL,
    procedure_followed TEXT NOT NULL,
    performed_on TEXT,
    performed_until TEXT,
    performed_by TEXT NOT NULL,
    contractor_confirmation TEXT NOT NULL,
    contractor_confirmed_on TEXT,
    contractor_confirmed_by TEXT NOT NULL,
    contractor_confirmed_person TEXT REFERENCES person (id),
    city_confirmation TEXT NOT NULL,
    city_confirmed_on TEXT,
    city_confirmed_by TEXT NOT NULL,
    city_confirmed_person TEXT REFERENCES person (id),
    planned_tenths INTEGER,
    actual_tenths INTEGER,
    work_types TEXT NOT NULL,
    site_id TEXT,
    device_id TEXT,
    search_key TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, id),
    UNIQUE (contract_id, number),
    FOREIGN KEY (contract_id, site_id) REFERENCES site (contract_id, id),
    FOREIGN KEY (contract_id, device_id) REFERENCES device (contract_id, id)
);
CREATE INDEX work_request_by_number ON work_request (contract_id, number_year, number_seq, id);
CREATE INDEX work_request_by_status ON work_request (contract_id, status, number_year, number_seq, id);
CREATE INDEX work_request_by_wish ON work_request (contract_id, wish_on, id);
CREATE INDEX work_request_by_entry ON work_request (contract_id, entered_on, id);
CREATE INDEX work_request_by_site ON work_request (contract_id, site_id);
CREATE INDEX work_request_by_device ON work_request (contract_id, device_id);
CREATE INDEX work_request_by_contractor_signer ON work_request (contractor_confirmed_person);
CREATE INDEX work_request_by_city_signer ON work_request (city_confirmed_person);

-- The last number given out per series and fiscal year; numbers are never reused.
CREATE TABLE number_series (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    series TEXT NOT NULL,
    year INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (contract_id, series, year)
);

CREATE TABLE work_request_attachment (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    request_id TEXT NOT NULL,
    name TEXT NOT NULL,
    content_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    added_at TEXT NOT NULL,
    added_by TEXT NOT NULL,
    PRIMARY KEY (contract_id, id),
    FOREIGN KEY (contract_id, request_id) REFERENCES work_request (contract_id, id)
);
CREATE INDEX work_request_attachment_by_request ON work_request_attachment (contract_id, request_id, added_at);

-- A file somebody wants to import: read and shown, saved only on confirmation. preview_hash is what the person saw.
CREATE TABLE work_request_import (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    preview_hash TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    created_at TEXT NOT NULL,
    saved_at TEXT,
    PRIMARY KEY (contract_id, id)
);
CREATE INDEX work_request_import_by_person ON work_request_import (person_id);
