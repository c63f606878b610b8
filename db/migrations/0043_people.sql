-- People who handle the city's information (情報資産取扱者名簿). The roster is what the announced changes say; a worker
-- is only whom they are about.
CREATE TABLE worker (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    person_id TEXT REFERENCES person (id),
    pledged_on TEXT,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, id)
);
CREATE INDEX worker_by_person ON worker (person_id, contract_id);

CREATE TABLE roster_change (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    worker_id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    kind TEXT NOT NULL,
    takes_effect_on TEXT NOT NULL,
    name TEXT NOT NULL,
    kana TEXT NOT NULL,
    company TEXT NOT NULL,
    subcontractor INTEGER NOT NULL,
    duties TEXT NOT NULL,
    work TEXT NOT NULL,
    assets TEXT NOT NULL,
    contact TEXT NOT NULL,
    reason TEXT NOT NULL,
    emergency INTEGER NOT NULL,
    city_request TEXT NOT NULL,
    reported_on TEXT,
    needs_grant INTEGER NOT NULL,
    standing TEXT NOT NULL,
    approval_number TEXT NOT NULL,
    announced_at TEXT NOT NULL,
    announced_by TEXT NOT NULL REFERENCES person (id),
    announced_by_name TEXT NOT NULL,
    settled_at TEXT,
    rights_ended_at TEXT,
    PRIMARY KEY (contract_id, id),
    UNIQUE (contract_id, worker_id, sequence),
    FOREIGN KEY (contract_id, worker_id) REFERENCES worker (contract_id, id)
);
CREATE INDEX roster_change_by_person ON roster_change (announced_by);
CREATE INDEX roster_change_leaving ON roster_change (takes_effect_on)
    WHERE kind = 'leaving' AND rights_ended_at IS NULL;

CREATE TABLE training (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    worker_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    held_on TEXT NOT NULL,
    result TEXT NOT NULL,
    note TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES person (id),
    recorded_by_name TEXT NOT NULL,
    PRIMARY KEY (contract_id, id),
    FOREIGN KEY (contract_id, worker_id) REFERENCES worker (contract_id, id)
);
CREATE INDEX training_by_worker ON training (contract_id, worker_id, held_on);
CREATE INDEX training_by_person ON training (recorded_by);

-- Who does what of a work request, on days that are both included.
CREATE TABLE assignment (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    request_id TEXT NOT NULL,
    worker_id TEXT NOT NULL,
    task TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    devices TEXT NOT NULL,
    assigned_at TEXT NOT NULL,
    assigned_by TEXT NOT NULL REFERENCES person (id),
    assigned_by_name TEXT NOT NULL,
    removed_at TEXT,
    PRIMARY KEY (contract_id, id),
    FOREIGN KEY (contract_id, request_id) REFERENCES work_request (contract_id, id),
    FOREIGN KEY (contract_id, worker_id) REFERENCES worker (contract_id, id)
);
CREATE INDEX assignment_by_request ON assignment (contract_id, request_id, first_day);
CREATE INDEX assignment_by_worker ON assignment (contract_id, worker_id, first_day);
CREATE INDEX assignment_by_person ON assignment (assigned_by);

-- What the city demanded about a person who is clearly unsuitable, and what came of it.
CREATE TABLE staff_demand (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    worker_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    demanded_at TEXT NOT NULL,
    demanded_by TEXT NOT NULL REFERENCES person (id),
    demanded_by_name TEXT NOT NULL,
    answer TEXT NOT NULL,
    answered_at TEXT,
    answered_by_name TEXT NOT NULL,
    closed_at TEXT,
    PRIMARY KEY (contract_id, id),
    FOREIGN KEY (contract_id, worker_id) REFERENCES worker (contract_id, id)
);
CREATE INDEX staff_demand_by_worker ON staff_demand (contract_id, worker_id, demanded_at);
CREATE INDEX staff_demand_by_person ON staff_demand (demanded_by);
