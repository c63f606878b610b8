-- Where each unit stood on each day (LOC-01…09): days [begins_on, ends_on). Overlaps are impossible here: a placement
-- names the end of the one before it, an end is followed by one placement, and only one has none before it.
CREATE TABLE placement (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    device_id TEXT NOT NULL,
    begins_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    previous_ends_on TEXT,
    site_id TEXT,
    place TEXT NOT NULL,
    used_as TEXT NOT NULL,
    keeper TEXT NOT NULL,
    PRIMARY KEY (contract_id, device_id, begins_on),
    UNIQUE (contract_id, device_id, ends_on),
    UNIQUE (contract_id, device_id, previous_ends_on),
    CHECK (begins_on < ends_on),
    CHECK (previous_ends_on = begins_on),
    FOREIGN KEY (contract_id, device_id) REFERENCES device (contract_id, id),
    FOREIGN KEY (contract_id, site_id) REFERENCES site (contract_id, id),
    FOREIGN KEY (contract_id, device_id, previous_ends_on) REFERENCES placement (contract_id, device_id, ends_on)
);
CREATE UNIQUE INDEX placement_first ON placement (contract_id, device_id) WHERE previous_ends_on IS NULL;
CREATE INDEX placement_by_site ON placement (contract_id, site_id, ends_on);
-- Folded; none for units from before this column until their contract is loaded again.
ALTER TABLE device ADD COLUMN search_key TEXT;
CREATE INDEX device_by_number ON device (contract_id, number, id);

INSERT INTO placement (contract_id, device_id, begins_on, ends_on, site_id, place, used_as, keeper)
SELECT device.contract_id, device.id, contract.starts_on, '9999-12-31', device.site_id, '', device.status,
       CASE WHEN site.excluded = 1 AND device.status <> 'spare' THEN 'city' ELSE 'contractor' END
  FROM device
  JOIN contract ON contract.id = device.contract_id
  LEFT JOIN site ON site.contract_id = device.contract_id AND site.id = device.site_id;

-- Every movement as it was entered, also those that a later one took the place of.
CREATE TABLE movement (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    act TEXT NOT NULL,
    device_id TEXT NOT NULL,
    moved_on TEXT NOT NULL,
    cause TEXT NOT NULL,
    from_site_id TEXT,
    from_place TEXT NOT NULL,
    from_used_as TEXT NOT NULL,
    from_keeper TEXT NOT NULL,
    site_id TEXT,
    place TEXT NOT NULL,
    used_as TEXT NOT NULL,
    keeper TEXT NOT NULL,
    request_id TEXT,
    note TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, id),
    FOREIGN KEY (contract_id, device_id) REFERENCES device (contract_id, id),
    FOREIGN KEY (contract_id, from_site_id) REFERENCES site (contract_id, id),
    FOREIGN KEY (contract_id, site_id) REFERENCES site (contract_id, id),
    FOREIGN KEY (contract_id, request_id) REFERENCES work_request (contract_id, id)
);
CREATE INDEX movement_by_day ON movement (contract_id, moved_on, id);
CREATE INDEX movement_by_device ON movement (contract_id, device_id, moved_on);
CREATE INDEX movement_from ON movement (contract_id, from_site_id);
CREATE INDEX movement_to ON movement (contract_id, site_id);
CREATE INDEX movement_by_request ON movement (contract_id, request_id);
