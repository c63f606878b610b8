-- What people enter about the makers' desks of the specification: whether a maintenance contract holds (MKR-07).
CREATE TABLE desk_mark (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    desk TEXT NOT NULL,
    maintained INTEGER NOT NULL,
    note TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, desk)
);

-- Days on which a desk is closed as its maker tells it, month by month (MKR-07).
CREATE TABLE desk_day_off (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    desk TEXT NOT NULL,
    day TEXT NOT NULL,
    reason TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, desk, day)
);

-- Vendors that were told after the contract was written, or that follow others (MKR-08, MKR-09).
CREATE TABLE vendor (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    role TEXT NOT NULL,
    role_name TEXT NOT NULL,
    name TEXT NOT NULL,
    contact TEXT NOT NULL,
    hours TEXT NOT NULL,
    duties TEXT NOT NULL,
    remarks TEXT NOT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, id)
);

-- Calls to makers' desks, each as it stands; its history is in the events.
CREATE TABLE desk_call (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    desk TEXT NOT NULL,
    desk_name TEXT NOT NULL,
    channel TEXT NOT NULL,
    device_id TEXT,
    unit TEXT NOT NULL,
    incident TEXT NOT NULL,
    request TEXT NOT NULL,
    reached_at TEXT NOT NULL,
    asked TEXT NOT NULL,
    form_attached INTEGER NOT NULL,
    reference TEXT NOT NULL,
    said TEXT NOT NULL,
    visit_expected INTEGER NOT NULL,
    visit_due TEXT,
    visit_at TEXT,
    site_told_at TEXT,
    site_told TEXT NOT NULL,
    visited_at TEXT,
    outcome TEXT NOT NULL,
    closed INTEGER NOT NULL,
    search_key TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, id),
    FOREIGN KEY (contract_id, device_id) REFERENCES device (contract_id, id)
);
CREATE INDEX desk_call_by_time ON desk_call (contract_id, reached_at, id);
CREATE INDEX desk_call_by_device ON desk_call (contract_id, device_id, reached_at);
CREATE INDEX desk_call_by_incident ON desk_call (contract_id, incident, reached_at);
CREATE INDEX desk_call_open ON desk_call (contract_id, closed, reached_at);
