-- What a unit is on the days [begins_on, ends_on): its generation and model (DEV-07). Only units that were renewed have
-- rows; every other unit is what its row of `device` says, from its first day. `serial` is that of the machine which
-- stood there until ends_on.
CREATE TABLE unit_generation (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    device_id TEXT NOT NULL,
    begins_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    previous_ends_on TEXT,
    generation TEXT NOT NULL,
    model TEXT NOT NULL,
    type_number TEXT NOT NULL,
    serial TEXT NOT NULL,
    PRIMARY KEY (contract_id, device_id, begins_on),
    UNIQUE (contract_id, device_id, ends_on),
    UNIQUE (contract_id, device_id, previous_ends_on),
    CHECK (begins_on < ends_on),
    CHECK (previous_ends_on = begins_on),
    FOREIGN KEY (contract_id, device_id) REFERENCES device (contract_id, id),
    FOREIGN KEY (contract_id, device_id, previous_ends_on)
        REFERENCES unit_generation (contract_id, device_id, ends_on)
);
CREATE UNIQUE INDEX unit_generation_first ON unit_generation (contract_id, device_id)
    WHERE previous_ends_on IS NULL;

-- When a unit is to be renewed: each change of plan is one more row, so the earlier ones stay with their reasons
-- (DEV-08). The units of one entry share its act.
CREATE TABLE renewal_plan (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    device_id TEXT NOT NULL,
    generation TEXT NOT NULL,
    number INTEGER NOT NULL,
    act TEXT NOT NULL,
    planned_from TEXT NOT NULL,
    planned_to TEXT NOT NULL,
    reason TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, device_id, generation, number),
    CHECK (planned_from <= planned_to),
    FOREIGN KEY (contract_id, device_id) REFERENCES device (contract_id, id)
);
