-- What the city has lent the contractor: IC cards, keys, user IDs, documents, manuals, devices (LND). No passwords.
CREATE TABLE loan (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    lent_by TEXT NOT NULL,
    lent_to TEXT NOT NULL,
    holder TEXT NOT NULL,
    storage_place TEXT NOT NULL,
    lent_on TEXT NOT NULL,
    due_back TEXT,
    returned_on TEXT,
    returned_to TEXT NOT NULL,
    state TEXT NOT NULL,
    checked_on TEXT,
    next_check_on TEXT,
    note TEXT NOT NULL,
    search_key TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, id)
);
CREATE UNIQUE INDEX loan_one_holder ON loan (contract_id, kind, number) WHERE state <> 'returned';
CREATE INDEX loan_by_number ON loan (contract_id, number, id);

CREATE TABLE loan_entry (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    loan_id TEXT NOT NULL,
    id TEXT NOT NULL,
    act TEXT NOT NULL,
    on_day TEXT NOT NULL,
    person TEXT NOT NULL,
    place TEXT NOT NULL,
    in_order INTEGER,
    permission TEXT NOT NULL,
    note TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, loan_id, id),
    FOREIGN KEY (contract_id, loan_id) REFERENCES loan (contract_id, id)
);
