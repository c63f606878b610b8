-- The service levels of a month as they were reported to the city (SLA-08): the file that was handed in, and what each
-- incident counted then. What is reported stays as it was; a later edition stands beside it.
CREATE TABLE incident_month (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    month TEXT NOT NULL,
    edition INTEGER NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    reported_by TEXT NOT NULL,
    reported_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, month, edition)
);
CREATE TABLE incident_month_case (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    month TEXT NOT NULL,
    edition INTEGER NOT NULL,
    incident_id TEXT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (contract_id, incident_id, month, edition),
    FOREIGN KEY (contract_id, month, edition) REFERENCES incident_month (contract_id, month, edition),
    FOREIGN KEY (contract_id, incident_id) REFERENCES incident (contract_id, id)
);
CREATE INDEX incident_month_case_by_month ON incident_month_case (contract_id, month, edition);
CREATE TABLE incident_month_clock (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    month TEXT NOT NULL,
    edition INTEGER NOT NULL,
    incident_id TEXT NOT NULL,
    level TEXT NOT NULL,
    standing TEXT NOT NULL,
    used_seconds INTEGER NOT NULL,
    PRIMARY KEY (contract_id, month, edition, incident_id, level),
    FOREIGN KEY (contract_id, incident_id, month, edition)
        REFERENCES incident_month_case (contract_id, incident_id, month, edition)
);

-- Which incidents a month counts: those that the city instructed in it.
CREATE INDEX incident_entry_by_act ON incident_entry (contract_id, act, at);
