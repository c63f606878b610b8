-- Drills, and what the city asked of the contractor to keep its premises safe (SIT-08, SIT-09).
CREATE TABLE drill (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    site_id TEXT NOT NULL,
    held_on TEXT NOT NULL,
    kind TEXT NOT NULL,
    asked TEXT NOT NULL,
    result TEXT NOT NULL,
    seen_version INTEGER,
    seen_by TEXT NOT NULL,
    seen_at TEXT,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, id),
    FOREIGN KEY (contract_id, site_id) REFERENCES site (contract_id, id)
);
CREATE INDEX drill_by_day ON drill (contract_id, held_on, id);
CREATE INDEX drill_by_site ON drill (contract_id, site_id, held_on);

-- Who took part, with the name of that day; who did not, and why.
CREATE TABLE drill_attendee (
    contract_id TEXT NOT NULL,
    drill_id TEXT NOT NULL,
    worker_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    affiliation TEXT NOT NULL,
    attended INTEGER NOT NULL,
    reason TEXT NOT NULL,
    search_key TEXT NOT NULL,
    PRIMARY KEY (contract_id, drill_id, worker_id),
    FOREIGN KEY (contract_id, drill_id) REFERENCES drill (contract_id, id),
    FOREIGN KEY (contract_id, worker_id) REFERENCES worker (contract_id, id)
);
CREATE INDEX drill_attendee_by_worker ON drill_attendee (contract_id, worker_id);
