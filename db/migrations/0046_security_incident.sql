-- Security incidents as they are taken in (SEC-07), with what happened since and what was done against it.
CREATE TABLE security_incident (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    what TEXT NOT NULL,
    noticed_at TEXT NOT NULL,
    place TEXT NOT NULL,
    assets TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    state TEXT NOT NULL,
    side TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    reported_at TEXT,
    told_to TEXT NOT NULL,
    reported_how TEXT NOT NULL,
    reported_by TEXT NOT NULL,
    closed_at TEXT,
    closed_by TEXT NOT NULL,
    closing TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, id),
    UNIQUE (contract_id, number)
);
CREATE INDEX security_incident_by_notice ON security_incident (contract_id, noticed_at, id);
CREATE INDEX security_incident_by_subject ON security_incident (contract_id, subject_kind, subject_id);

CREATE TABLE security_incident_entry (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    incident_id TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    text TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, incident_id, id),
    FOREIGN KEY (contract_id, incident_id) REFERENCES security_incident (contract_id, id)
);
