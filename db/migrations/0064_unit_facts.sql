-- What is known of each unit beside its row of the register (DEV-13…DEV-15). serial_key is folded, none without serial.
CREATE TABLE unit_detail (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    device_id TEXT NOT NULL,
    serial TEXT NOT NULL,
    serial_key TEXT,
    bought_on TEXT,
    warranty_ends_on TEXT,
    wire INTEGER,
    spare_key INTEGER NOT NULL,
    medium_edition TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, device_id),
    FOREIGN KEY (contract_id, device_id) REFERENCES device (contract_id, id)
);
CREATE INDEX unit_detail_by_serial ON unit_detail (contract_id, serial_key);

-- The address of a unit on the days [begins_on, ends_on); '' for none. Overlaps are impossible as they are for
-- placements.
CREATE TABLE unit_address (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    device_id TEXT NOT NULL,
    begins_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    previous_ends_on TEXT,
    address TEXT NOT NULL,
    PRIMARY KEY (contract_id, device_id, begins_on),
    UNIQUE (contract_id, device_id, ends_on),
    UNIQUE (contract_id, device_id, previous_ends_on),
    CHECK (begins_on < ends_on),
    CHECK (previous_ends_on = begins_on),
    FOREIGN KEY (contract_id, device_id) REFERENCES device (contract_id, id),
    FOREIGN KEY (contract_id, device_id, previous_ends_on)
        REFERENCES unit_address (contract_id, device_id, ends_on)
);
CREATE UNIQUE INDEX unit_address_first ON unit_address (contract_id, device_id) WHERE previous_ends_on IS NULL;
CREATE INDEX unit_address_by_address ON unit_address (contract_id, address, ends_on);

-- The addresses that the city gives a site: the units there take theirs from it. '' once it was taken back.
CREATE TABLE site_range (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    site_id TEXT NOT NULL,
    addresses TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, site_id),
    FOREIGN KEY (contract_id, site_id) REFERENCES site (contract_id, id)
);

-- What is attached to a unit on the days [begins_on, ends_on) (DEV-12).
CREATE TABLE unit_part (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    model TEXT NOT NULL,
    serial TEXT NOT NULL,
    begins_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, id),
    CHECK (begins_on < ends_on),
    FOREIGN KEY (contract_id, device_id) REFERENCES device (contract_id, id)
);
CREATE INDEX unit_part_by_device ON unit_part (contract_id, device_id, begins_on);
