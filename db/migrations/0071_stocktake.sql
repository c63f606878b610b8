-- Stock-takes: what was found where, against the register of a day (LOC-01, LOC-03).
CREATE TABLE stocktake (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    reference_day TEXT NOT NULL,
    closed_on TEXT,
    closed_by TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, id)
);

-- A unit is found once: who finds it at another site moves the finding there. found_key is the unit's id, or the folded
-- code of what no register knows.
CREATE TABLE stocktake_finding (
    contract_id TEXT NOT NULL,
    stocktake_id TEXT NOT NULL,
    found_key TEXT NOT NULL,
    code TEXT NOT NULL,
    device_id TEXT,
    site_id TEXT NOT NULL,
    place TEXT NOT NULL,
    note TEXT NOT NULL,
    found_by TEXT NOT NULL,
    found_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, stocktake_id, found_key),
    FOREIGN KEY (contract_id, stocktake_id) REFERENCES stocktake (contract_id, id),
    FOREIGN KEY (contract_id, device_id) REFERENCES device (contract_id, id),
    FOREIGN KEY (contract_id, site_id) REFERENCES site (contract_id, id)
);
CREATE INDEX stocktake_finding_by_device ON stocktake_finding (contract_id, device_id);
CREATE INDEX stocktake_finding_by_site ON stocktake_finding (contract_id, site_id);

-- A site at which everything was looked at: what was not found there is missing.
CREATE TABLE stocktake_site (
    contract_id TEXT NOT NULL,
    stocktake_id TEXT NOT NULL,
    site_id TEXT NOT NULL,
    finished_by TEXT NOT NULL,
    finished_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, stocktake_id, site_id),
    FOREIGN KEY (contract_id, stocktake_id) REFERENCES stocktake (contract_id, id),
    FOREIGN KEY (contract_id, site_id) REFERENCES site (contract_id, id)
);
CREATE INDEX stocktake_site_by_site ON stocktake_site (contract_id, site_id);
