-- Windows of work that one side proposes and the other agrees to (PRC-05). approval_id is the row in the register of
-- permissions, where the contract keeps the agreement there.
CREATE TABLE work_window (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    request_id TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    site_id TEXT,
    room TEXT NOT NULL,
    people TEXT NOT NULL,
    purpose TEXT NOT NULL,
    overtime TEXT NOT NULL,
    after_the_fact INTEGER NOT NULL,
    proposed_side TEXT NOT NULL,
    proposed_by TEXT NOT NULL REFERENCES person (id),
    proposed_name TEXT NOT NULL,
    proposed_at TEXT NOT NULL,
    state TEXT NOT NULL,
    answer TEXT NOT NULL,
    answered_by TEXT REFERENCES person (id),
    answered_name TEXT NOT NULL,
    answered_at TEXT,
    approval_id TEXT,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, id),
    FOREIGN KEY (contract_id, request_id) REFERENCES work_request (contract_id, id),
    FOREIGN KEY (contract_id, site_id) REFERENCES site (contract_id, id)
);
CREATE INDEX work_window_by_request ON work_window (contract_id, request_id, starts_at);
CREATE INDEX work_window_by_start ON work_window (contract_id, starts_at, id);
CREATE INDEX work_window_by_site ON work_window (contract_id, site_id);
CREATE INDEX work_window_by_proposer ON work_window (proposed_by);
CREATE INDEX work_window_by_answerer ON work_window (answered_by);

-- What is said beforehand about dealing with other vendors (MIN-05); of one request the word without ended_at counts.
CREATE TABLE vendor_notice (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    word TEXT NOT NULL,
    request_id TEXT,
    standing_id TEXT,
    vendor TEXT NOT NULL,
    content TEXT NOT NULL,
    frequency TEXT NOT NULL,
    said_by TEXT NOT NULL REFERENCES person (id),
    said_name TEXT NOT NULL,
    said_side TEXT NOT NULL,
    said_at TEXT NOT NULL,
    approval_id TEXT,
    ended_at TEXT,
    PRIMARY KEY (contract_id, id),
    FOREIGN KEY (contract_id, request_id) REFERENCES work_request (contract_id, id),
    FOREIGN KEY (contract_id, standing_id) REFERENCES vendor_notice (contract_id, id)
);
CREATE INDEX vendor_notice_by_request ON vendor_notice (contract_id, request_id, said_at);
CREATE INDEX vendor_notice_by_word ON vendor_notice (contract_id, word, said_at);
CREATE INDEX vendor_notice_by_standing ON vendor_notice (contract_id, standing_id);
CREATE INDEX vendor_notice_by_person ON vendor_notice (said_by);
