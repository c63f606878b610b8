-- Who is to be called outside the hours of a contract, and when (緊急連絡先, SUP-02).
CREATE TABLE on_call_shift (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    from_at TEXT NOT NULL,
    until_at TEXT NOT NULL,
    person TEXT NOT NULL,
    phone TEXT NOT NULL,
    rank TEXT NOT NULL,
    note TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, id)
);
CREATE INDEX on_call_shift_by_time ON on_call_shift (contract_id, from_at, id);
