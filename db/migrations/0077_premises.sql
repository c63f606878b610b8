-- Rooms of sites that are entered and left by a procedure of the city (管理区域, SIT-07).
CREATE TABLE controlled_room (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    site_id TEXT NOT NULL,
    name TEXT NOT NULL,
    floor TEXT NOT NULL,
    procedure TEXT NOT NULL,
    closed_on TEXT,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, id),
    FOREIGN KEY (contract_id, site_id) REFERENCES site (contract_id, id)
);
CREATE UNIQUE INDEX controlled_room_one_name ON controlled_room (contract_id, site_id, name) WHERE closed_on IS NULL;
CREATE INDEX controlled_room_by_site ON controlled_room (contract_id, site_id, name, id);

-- Who was in which room from when to when, as the latest version says it. person_key tells people apart: the worker's
-- id, or the folded name and affiliation of who is not on the roster.
CREATE TABLE entry_record (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    room_id TEXT NOT NULL,
    worker_id TEXT,
    name TEXT NOT NULL,
    affiliation TEXT NOT NULL,
    person_key TEXT NOT NULL,
    search_key TEXT NOT NULL,
    in_at TEXT NOT NULL,
    out_at TEXT,
    purpose TEXT NOT NULL,
    request_id TEXT,
    request_number TEXT NOT NULL,
    attendant TEXT NOT NULL,
    withdrawn INTEGER NOT NULL,
    seen_version INTEGER,
    seen_by TEXT NOT NULL,
    seen_at TEXT,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, id),
    FOREIGN KEY (contract_id, room_id) REFERENCES controlled_room (contract_id, id),
    FOREIGN KEY (contract_id, worker_id) REFERENCES worker (contract_id, id),
    FOREIGN KEY (contract_id, request_id) REFERENCES work_request (contract_id, id)
);
-- Nobody is in two rooms at once, whoever writes at the same moment.
CREATE UNIQUE INDEX entry_record_inside ON entry_record (contract_id, person_key)
    WHERE out_at IS NULL AND withdrawn = 0;
CREATE INDEX entry_record_by_time ON entry_record (contract_id, in_at, id);
CREATE INDEX entry_record_by_room ON entry_record (contract_id, room_id, in_at);
CREATE INDEX entry_record_by_person ON entry_record (contract_id, person_key, in_at);
CREATE INDEX entry_record_by_worker ON entry_record (contract_id, worker_id);
CREATE INDEX entry_record_by_request ON entry_record (contract_id, request_id);

-- Every version that a record ever had; never changed.
CREATE TABLE entry_record_version (
    contract_id TEXT NOT NULL,
    record_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    act TEXT NOT NULL,
    room_id TEXT NOT NULL,
    worker_id TEXT,
    name TEXT NOT NULL,
    affiliation TEXT NOT NULL,
    in_at TEXT NOT NULL,
    out_at TEXT,
    purpose TEXT NOT NULL,
    request_id TEXT,
    request_number TEXT NOT NULL,
    attendant TEXT NOT NULL,
    reason TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, record_id, version),
    FOREIGN KEY (contract_id, record_id) REFERENCES entry_record (contract_id, id)
);
