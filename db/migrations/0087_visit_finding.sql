-- What was found on a visit, or what the people of the site asked and told (VIS-01 to VIS-04), each as it stands; its
-- history is in the events. is_open follows from the state and serves the list of what waits.
CREATE TABLE visit_finding (
    contract_id TEXT NOT NULL,
    id TEXT NOT NULL,
    visit_id TEXT NOT NULL,
    site_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    is_open INTEGER NOT NULL,
    content TEXT NOT NULL,
    told_by TEXT NOT NULL,
    found_on TEXT NOT NULL,
    answer TEXT NOT NULL,
    promised_on TEXT,
    replied_on TEXT,
    reply TEXT NOT NULL,
    replied_to TEXT NOT NULL,
    reported_on TEXT,
    reported_by TEXT NOT NULL,
    instructed_on TEXT,
    instruction TEXT NOT NULL,
    instruction_asks INTEGER NOT NULL,
    instructed_by TEXT NOT NULL,
    done_on TEXT,
    done TEXT NOT NULL,
    taken_back TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, id),
    FOREIGN KEY (contract_id, visit_id) REFERENCES visit (contract_id, id),
    FOREIGN KEY (contract_id, site_id) REFERENCES site (contract_id, id)
);
CREATE INDEX visit_finding_by_day ON visit_finding (contract_id, found_on, id);
CREATE INDEX visit_finding_by_visit ON visit_finding (contract_id, visit_id, found_on);
CREATE INDEX visit_finding_by_site ON visit_finding (contract_id, site_id, found_on);
CREATE INDEX visit_finding_open ON visit_finding (contract_id, found_on, id) WHERE is_open = 1;
