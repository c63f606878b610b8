-- What of the registers a loan is: a unit, the unit whose spare key it is, or a medium (LND-05); and the job for which
-- units are lent, whose ledger lies above this one. While a unit or a medium is out, no other loan is of it.
CREATE TABLE loan_link (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    loan_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    device_id TEXT,
    medium_id TEXT,
    job_id TEXT NOT NULL,
    job_number TEXT NOT NULL,
    here INTEGER NOT NULL,
    linked_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, loan_id),
    FOREIGN KEY (contract_id, loan_id) REFERENCES loan (contract_id, id),
    FOREIGN KEY (contract_id, device_id) REFERENCES device (contract_id, id),
    FOREIGN KEY (contract_id, medium_id) REFERENCES medium (contract_id, id)
);
CREATE INDEX loan_link_by_device ON loan_link (contract_id, device_id);
CREATE INDEX loan_link_by_medium ON loan_link (contract_id, medium_id);
CREATE INDEX loan_link_by_job ON loan_link (contract_id, job_id) WHERE job_id <> '';
CREATE UNIQUE INDEX loan_of_unit ON loan_link (contract_id, device_id) WHERE kind = 'device' AND here = 1;
CREATE UNIQUE INDEX loan_of_medium ON loan_link (contract_id, medium_id) WHERE here = 1;
