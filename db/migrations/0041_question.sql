-- Questions between the contractor and the city (QNA): the row holds what is asked and answered at present, the entries
-- the whole conversation. A procedure is known by its id only; its room is another.
CREATE TABLE question (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    request_id TEXT,
    procedure_id TEXT,
    subject_label TEXT NOT NULL,
    title TEXT NOT NULL,
    state TEXT NOT NULL,
    text TEXT NOT NULL,
    answer TEXT NOT NULL,
    change TEXT NOT NULL,
    asked_by TEXT NOT NULL REFERENCES person (id),
    asked_by_name TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    answered_by_name TEXT NOT NULL,
    answered_at TEXT,
    closed_at TEXT,
    turn_since TEXT NOT NULL,
    rounds INTEGER NOT NULL,
    search_key TEXT NOT NULL,
    version INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, id),
    UNIQUE (contract_id, number),
    FOREIGN KEY (contract_id, request_id) REFERENCES work_request (contract_id, id)
);
CREATE INDEX question_by_asking ON question (contract_id, asked_at, id);
CREATE INDEX question_by_state ON question (contract_id, state, asked_at, id);
CREATE INDEX question_by_turn ON question (contract_id, turn_since, id);
CREATE INDEX question_by_request ON question (contract_id, request_id, asked_at);
CREATE INDEX question_by_procedure ON question (contract_id, procedure_id);
CREATE INDEX question_by_person ON question (asked_by);

CREATE TABLE question_entry (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    question_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    side TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    person_name TEXT NOT NULL,
    at TEXT NOT NULL,
    text TEXT NOT NULL,
    change TEXT NOT NULL,
    oral_at TEXT,
    oral_with TEXT,
    minor INTEGER NOT NULL,
    PRIMARY KEY (contract_id, id),
    FOREIGN KEY (contract_id, question_id) REFERENCES question (contract_id, id)
);
CREATE INDEX question_entry_by_question ON question_entry (contract_id, question_id, at, id);
CREATE INDEX question_entry_by_person ON question_entry (person_id);

-- A file somebody wants to import: read and shown, saved only as it was seen.
CREATE TABLE question_import (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    preview_hash TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    created_at TEXT NOT NULL,
    saved_at TEXT,
    PRIMARY KEY (contract_id, id)
);
CREATE INDEX question_import_by_person ON question_import (person_id);
