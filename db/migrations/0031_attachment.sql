-- Files belong to rows of many kinds. What they belong to is named by kind and id, so the database cannot check it; the
-- room attachment writes only after it has loaded the row.
CREATE TABLE attachment (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    name TEXT NOT NULL,
    content_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    added_at TEXT NOT NULL,
    added_by TEXT NOT NULL,
    PRIMARY KEY (contract_id, id)
);
CREATE INDEX attachment_by_subject ON attachment (contract_id, subject_kind, subject_id, added_at);

INSERT INTO attachment (contract_id, id, subject_kind, subject_id, name, content_type, size, sha256, added_at, added_by)
SELECT contract_id, id, 'work_request', request_id, name, content_type, size, sha256, added_at, added_by
  FROM work_request_attachment;

DROP TABLE work_request_attachment;
