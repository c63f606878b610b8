-- A contract is its profile: the files of its folder as they were loaded. version counts the loads that changed
-- something.
CREATE TABLE contract (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    municipality TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    version INTEGER NOT NULL,
    loaded_at TEXT NOT NULL
);

CREATE TABLE contract_file (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    path TEXT NOT NULL,
    content BLOB NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (contract_id, path)
);

-- Rows that left the profile stay with listed = 0: requests may refer to them.
CREATE TABLE site (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    departments TEXT NOT NULL,
    planned INTEGER NOT NULL,
    excluded INTEGER NOT NULL,
    remarks TEXT NOT NULL,
    aliases TEXT NOT NULL,
    listed INTEGER NOT NULL,
    PRIMARY KEY (contract_id, id)
);

CREATE TABLE device (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    class TEXT NOT NULL,
    kind TEXT NOT NULL,
    model TEXT NOT NULL,
    type_number TEXT NOT NULL,
    division TEXT NOT NULL,
    generation TEXT NOT NULL,
    site_id TEXT,
    status TEXT NOT NULL,
    known TEXT NOT NULL,
    pair_unit TEXT NOT NULL,
    remarks TEXT NOT NULL,
    listed INTEGER NOT NULL,
    PRIMARY KEY (contract_id, id),
    FOREIGN KEY (contract_id, site_id) REFERENCES site (contract_id, id)
);
CREATE INDEX device_by_site ON device (contract_id, site_id);
