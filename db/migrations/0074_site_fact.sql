-- Sites are added, renamed, moved and closed during a contract (SIT-01, SIT-02). A site of which somebody entered
-- something stays as it was entered when the contract's profile is loaded again.
ALTER TABLE site ADD COLUMN entered INTEGER NOT NULL DEFAULT 0;
ALTER TABLE site ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

-- What a site was from a day on, until the next line of the same site.
CREATE TABLE site_fact (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    site_id TEXT NOT NULL,
    begins_on TEXT NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    departments TEXT NOT NULL,
    remarks TEXT NOT NULL,
    aliases TEXT NOT NULL,
    excluded INTEGER NOT NULL,
    open INTEGER NOT NULL,
    reason TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, site_id, begins_on),
    FOREIGN KEY (contract_id, site_id) REFERENCES site (contract_id, id)
);
