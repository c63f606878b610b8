-- Editions of the ledgers that are handed in (LOC-06, LOC-07): one ledger for each division of the units. The newest
-- edition follows the movements until it is submitted; a submitted one never changes. `movements` is how many moves of
-- the ledger's units the file knows.
CREATE TABLE ledger_edition (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    division TEXT NOT NULL,
    number INTEGER NOT NULL,
    reference_day TEXT NOT NULL,
    units INTEGER NOT NULL,
    movements INTEGER NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    submitted_on TEXT,
    submitted_by TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, id),
    UNIQUE (contract_id, division, number)
);
