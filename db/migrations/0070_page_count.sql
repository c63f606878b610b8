-- Surveys of the page counters of printers (PRN). `earlier` holds results that were handed over when the contract
-- began.
CREATE TABLE page_survey (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    reference_day TEXT NOT NULL,
    first_day TEXT,
    last_day TEXT,
    agreed TEXT NOT NULL,
    earlier INTEGER NOT NULL,
    submitted_on TEXT,
    submitted_by TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, id)
);
CREATE UNIQUE INDEX page_survey_earlier ON page_survey (contract_id) WHERE earlier = 1;

-- One counter in one survey. Without a number the note says why.
CREATE TABLE page_reading (
    contract_id TEXT NOT NULL,
    survey_id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    pages INTEGER CHECK (pages >= 0),
    read_on TEXT NOT NULL,
    note TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, survey_id, device_id),
    FOREIGN KEY (contract_id, survey_id) REFERENCES page_survey (contract_id, id),
    FOREIGN KEY (contract_id, device_id) REFERENCES device (contract_id, id),
    CHECK (pages IS NOT NULL OR note <> '')
);
CREATE INDEX page_reading_by_device ON page_reading (contract_id, device_id, read_on);
