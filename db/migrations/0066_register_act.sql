-- What changed many units at once (a list that came in, a bulk change), with how each unit was before: on the same day
-- it can be taken back exactly.
CREATE TABLE register_act (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    reason TEXT NOT NULL,
    units INTEGER NOT NULL,
    events_before INTEGER NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    person_name TEXT NOT NULL,
    done_at TEXT NOT NULL,
    undone_at TEXT,
    undone_by TEXT NOT NULL,
    undone_by_name TEXT NOT NULL,
    undone_reason TEXT NOT NULL,
    PRIMARY KEY (contract_id, id)
);
CREATE INDEX register_act_by_person ON register_act (person_id);
CREATE INDEX register_act_by_time ON register_act (contract_id, done_at, id);

-- A unit as it was before an act. `fresh`: it came into the register by the act.
CREATE TABLE register_act_unit (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    act_id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    fresh INTEGER NOT NULL,
    described INTEGER NOT NULL,
    entered INTEGER NOT NULL,
    number TEXT NOT NULL,
    class TEXT NOT NULL,
    kind TEXT NOT NULL,
    model TEXT NOT NULL,
    type_number TEXT NOT NULL,
    division TEXT NOT NULL,
    generation TEXT NOT NULL,
    known TEXT NOT NULL,
    pair_unit TEXT NOT NULL,
    remarks TEXT NOT NULL,
    PRIMARY KEY (contract_id, act_id, device_id),
    FOREIGN KEY (contract_id, act_id) REFERENCES register_act (contract_id, id),
    FOREIGN KEY (contract_id, device_id) REFERENCES device (contract_id, id)
);
CREATE INDEX register_act_unit_by_device ON register_act_unit (contract_id, device_id);

CREATE TABLE register_act_placement (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    act_id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    begins_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    site_id TEXT,
    place TEXT NOT NULL,
    used_as TEXT NOT NULL,
    keeper TEXT NOT NULL,
    PRIMARY KEY (contract_id, act_id, device_id, begins_on),
    FOREIGN KEY (contract_id, act_id, device_id)
        REFERENCES register_act_unit (contract_id, act_id, device_id),
    FOREIGN KEY (contract_id, site_id) REFERENCES site (contract_id, id)
);
CREATE INDEX register_act_placement_by_site ON register_act_placement (contract_id, site_id);

-- What the person chose while looking at a list: columns, conflicts, units that it leaves out.
ALTER TABLE register_import ADD COLUMN choices TEXT NOT NULL DEFAULT '';

-- Which column of a city's list is which, said once and offered again. heading_key is folded; no ledger_column: passed
-- over.
CREATE TABLE column_mapping (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    name_key TEXT NOT NULL,
    name TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, name_key)
);
CREATE TABLE column_mapping_heading (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    name_key TEXT NOT NULL,
    heading_key TEXT NOT NULL,
    heading TEXT NOT NULL,
    ledger_column TEXT,
    PRIMARY KEY (contract_id, name_key, heading_key),
    FOREIGN KEY (contract_id, name_key) REFERENCES column_mapping (contract_id, name_key)
);
