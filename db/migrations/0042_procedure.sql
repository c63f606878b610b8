-- Written work procedures and the manuals of others (PRC). device_classes holds ids of the profile as ',a,b,'. newest
-- is the sequence of the last version.
CREATE TABLE work_procedure (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    issuer TEXT NOT NULL,
    device_classes TEXT NOT NULL,
    search_key TEXT NOT NULL,
    retired_at TEXT,
    newest INTEGER NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, id),
    UNIQUE (contract_id, number)
);

CREATE TABLE procedure_version (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    procedure_id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    edition TEXT NOT NULL,
    note TEXT NOT NULL,
    created_by TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, id),
    UNIQUE (contract_id, procedure_id, sequence),
    FOREIGN KEY (contract_id, procedure_id) REFERENCES work_procedure (contract_id, id)
);

CREATE TABLE procedure_step (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    version_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    per_device INTEGER NOT NULL,
    operation_check INTEGER NOT NULL,
    photo INTEGER NOT NULL,
    PRIMARY KEY (contract_id, version_id, number),
    FOREIGN KEY (contract_id, version_id) REFERENCES procedure_version (contract_id, id)
);

-- What was handed in, in the encoding over which its hash is taken: evidence of what exactly was approved.
CREATE TABLE procedure_content (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    sha256 TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (contract_id, sha256)
);

-- Which versions a job follows, and where their approval stands. granted_* stay when the approval is voided later.
CREATE TABLE job_procedure (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    request_id TEXT NOT NULL,
    version_id TEXT NOT NULL,
    state TEXT NOT NULL,
    approval_id TEXT,
    content_sha256 TEXT NOT NULL,
    acts TEXT NOT NULL,
    devices TEXT NOT NULL,
    reason TEXT NOT NULL,
    cited_by TEXT NOT NULL,
    cited_at TEXT NOT NULL,
    settled_at TEXT,
    granted_sha256 TEXT,
    granted_at TEXT,
    PRIMARY KEY (contract_id, request_id, version_id),
    FOREIGN KEY (contract_id, request_id) REFERENCES work_request (contract_id, id),
    FOREIGN KEY (contract_id, version_id) REFERENCES procedure_version (contract_id, id),
    FOREIGN KEY (contract_id, content_sha256) REFERENCES procedure_content (contract_id, sha256)
);
CREATE INDEX job_procedure_by_version ON job_procedure (contract_id, version_id);
CREATE INDEX job_procedure_by_approval ON job_procedure (contract_id, approval_id);
CREATE INDEX job_procedure_by_content ON job_procedure (contract_id, content_sha256);

-- What was done, written once: a correction is a new record that names the one it replaces. step 0 is the operation
-- check that the contract asks for where the version declares none.
CREATE TABLE step_record (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    request_id TEXT NOT NULL,
    version_id TEXT NOT NULL,
    step INTEGER NOT NULL,
    device_id TEXT,
    result TEXT NOT NULL,
    note TEXT NOT NULL,
    done_by TEXT NOT NULL,
    done_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_by_name TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    replaces TEXT,
    reason TEXT NOT NULL,
    PRIMARY KEY (contract_id, id),
    UNIQUE (contract_id, replaces),
    FOREIGN KEY (contract_id, request_id, version_id) REFERENCES job_procedure (contract_id, request_id, version_id),
    FOREIGN KEY (contract_id, device_id) REFERENCES device (contract_id, id),
    FOREIGN KEY (contract_id, replaces) REFERENCES step_record (contract_id, id)
);
CREATE INDEX step_record_by_job ON step_record (contract_id, request_id, version_id, step);
CREATE INDEX step_record_by_version ON step_record (contract_id, version_id);
CREATE INDEX step_record_by_device ON step_record (contract_id, device_id);
