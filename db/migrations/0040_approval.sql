-- The register of permissions. Acts and devices are packed as ',a,b,' so that one row is one read. Who asked and who
-- decided stands there with the name of that day, like in the chain of events.
CREATE TABLE approval (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    reason TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    content_sha256 TEXT NOT NULL,
    request_id TEXT,
    acts TEXT NOT NULL,
    devices TEXT NOT NULL,
    site_id TEXT,
    room TEXT NOT NULL,
    valid_from TEXT,
    valid_until TEXT,
    asked_by TEXT NOT NULL,
    asked_by_name TEXT NOT NULL,
    asked_side TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    state TEXT NOT NULL,
    turn TEXT NOT NULL,
    step INTEGER NOT NULL,
    conditions TEXT NOT NULL,
    settled_at TEXT,
    begins_at TEXT,
    end_told INTEGER NOT NULL,
    search_key TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, id),
    UNIQUE (contract_id, number),
    FOREIGN KEY (contract_id, request_id) REFERENCES work_request (contract_id, id),
    FOREIGN KEY (contract_id, site_id) REFERENCES site (contract_id, id)
);
CREATE INDEX approval_by_day ON approval (contract_id, asked_at, id);
CREATE INDEX approval_by_turn ON approval (contract_id, turn, asked_at, id);
CREATE INDEX approval_by_subject ON approval (contract_id, subject_kind, subject_id);
CREATE INDEX approval_by_request ON approval (contract_id, request_id);
CREATE INDEX approval_by_site ON approval (contract_id, site_id);
CREATE INDEX approval_by_end ON approval (valid_until) WHERE state = 'granted' AND end_told = 0;

-- One decision for each step, never changed.
CREATE TABLE approval_decision (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    approval_id TEXT NOT NULL,
    step INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_by_name TEXT NOT NULL,
    side TEXT NOT NULL,
    for_person TEXT,
    for_name TEXT NOT NULL,
    opinion TEXT NOT NULL,
    conditions TEXT NOT NULL,
    content_sha256 TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, approval_id, step),
    FOREIGN KEY (contract_id, approval_id) REFERENCES approval (contract_id, id)
);

-- Who of a side decides a step of a kind. No row: everybody of the side who may decide.
CREATE TABLE approver (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    step INTEGER NOT NULL,
    side TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    PRIMARY KEY (contract_id, id),
    UNIQUE (contract_id, kind, step, side, person_id)
);
CREATE INDEX approver_by_person ON approver (person_id);

-- Who decides in an approver's place on the days of [from_day, to_day).
CREATE TABLE deputy (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    side TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    deputy_id TEXT NOT NULL REFERENCES person (id),
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    PRIMARY KEY (contract_id, id)
);
CREATE INDEX deputy_by_person ON deputy (person_id);
CREATE INDEX deputy_by_deputy ON deputy (deputy_id);
