-- Lists of devices that come in (LOC-02, DEV-17). A unit that somebody entered stays as it was entered when the
-- contract's profile is loaded again.
ALTER TABLE device ADD COLUMN entered INTEGER NOT NULL DEFAULT 0;

-- Another name of a site, as lists write it: asked once and remembered (A-34). alias_key is folded.
CREATE TABLE site_alias (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    alias_key TEXT NOT NULL,
    alias TEXT NOT NULL,
    site_id TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    PRIMARY KEY (contract_id, alias_key),
    FOREIGN KEY (contract_id, site_id) REFERENCES site (contract_id, id)
);
CREATE INDEX site_alias_by_site ON site_alias (contract_id, site_id);

-- A file somebody wants to import: read and shown, saved only on confirmation.
CREATE TABLE register_import (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    reference_day TEXT NOT NULL,
    cause TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    created_at TEXT NOT NULL,
    saved_at TEXT,
    PRIMARY KEY (contract_id, id)
);
CREATE INDEX register_import_by_person ON register_import (person_id);
