-- Whom the contractor calls at a site, on the days [begins_on, ends_on] (SIT-01).
CREATE TABLE site_contact (
    contract_id TEXT NOT NULL,
    id TEXT NOT NULL,
    site_id TEXT NOT NULL,
    name TEXT NOT NULL,
    section TEXT NOT NULL,
    phone TEXT NOT NULL,
    note TEXT NOT NULL,
    begins_on TEXT NOT NULL,
    ends_on TEXT,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, id),
    FOREIGN KEY (contract_id, site_id) REFERENCES site (contract_id, id)
);
CREATE INDEX site_contact_by_site ON site_contact (contract_id, site_id, begins_on);

-- The floors and seats of a site, in versions.
CREATE TABLE site_layout (
    contract_id TEXT NOT NULL,
    site_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, site_id),
    FOREIGN KEY (contract_id, site_id) REFERENCES site (contract_id, id)
);

CREATE TABLE site_floor (
    contract_id TEXT NOT NULL,
    id TEXT NOT NULL,
    site_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    plan_id TEXT,
    plan_name TEXT NOT NULL,
    plan_width INTEGER NOT NULL,
    plan_height INTEGER NOT NULL,
    PRIMARY KEY (contract_id, id),
    FOREIGN KEY (contract_id, site_id) REFERENCES site_layout (contract_id, site_id)
);
CREATE INDEX site_floor_by_site ON site_floor (contract_id, site_id, place);

-- x and y are thousandths of the plan's width and height, from its top left corner.
CREATE TABLE site_seat (
    contract_id TEXT NOT NULL,
    id TEXT NOT NULL,
    floor_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    section TEXT NOT NULL,
    x INTEGER,
    y INTEGER,
    PRIMARY KEY (contract_id, id),
    FOREIGN KEY (contract_id, floor_id) REFERENCES site_floor (contract_id, id)
);
CREATE INDEX site_seat_by_floor ON site_seat (contract_id, floor_id, place);

-- What the headings of a city's lists of sites mean; no column: passed over.
CREATE TABLE site_heading (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    heading_key TEXT NOT NULL,
    heading TEXT NOT NULL,
    meaning TEXT,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, heading_key)
);
