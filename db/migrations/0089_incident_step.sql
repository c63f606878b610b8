-- The steps of the branch that a fault takes to its end (INC-07…18). `chosen` names the branch from then on; everything
-- else is a step that was done, decided or found not needed. Entries are never changed; a wrong one is taken back with
-- the reason. An exchange names both units and the movements of the register that were written with it.
CREATE TABLE incident_step (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    incident_id TEXT NOT NULL,
    id TEXT NOT NULL,
    act TEXT NOT NULL,
    branch TEXT NOT NULL,
    step TEXT NOT NULL,
    at TEXT NOT NULL,
    person TEXT NOT NULL,
    city_person TEXT NOT NULL,
    text TEXT NOT NULL,
    failed_id TEXT,
    spare_id TEXT,
    movement TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    taken_back TEXT NOT NULL,
    PRIMARY KEY (contract_id, incident_id, id),
    FOREIGN KEY (contract_id, incident_id) REFERENCES incident (contract_id, id),
    FOREIGN KEY (contract_id, failed_id) REFERENCES device (contract_id, id),
    FOREIGN KEY (contract_id, spare_id) REFERENCES device (contract_id, id)
);
CREATE INDEX incident_step_by_failed ON incident_step (contract_id, failed_id);
CREATE INDEX incident_step_by_spare ON incident_step (contract_id, spare_id);
-- A step is done once.
CREATE UNIQUE INDEX incident_step_once ON incident_step (contract_id, incident_id, step)
    WHERE taken_back = '' AND act <> 'chosen';
