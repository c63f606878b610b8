-- The lists of national holidays that were imported, in the Cabinet Office's own form; the newest is in force where it
-- reaches further than the list the product was built with. No contract_id: the law holds for every contract.
CREATE TABLE holiday_list (
    version INTEGER NOT NULL PRIMARY KEY,
    sha256 TEXT NOT NULL,
    content BLOB NOT NULL,
    imported_at TEXT NOT NULL
);
