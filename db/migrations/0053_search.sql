-- The index of the search: derived from the rows of other rooms, so it has no foreign keys, backups leave it out, and a
-- contract without a row in search_cursor is indexed anew from its events.

-- How far the index has followed a contract's events; below goal it is still being built.
CREATE TABLE search_cursor (
    contract_id TEXT NOT NULL PRIMARY KEY,
    sequence INTEGER NOT NULL,
    goal INTEGER NOT NULL
);

-- The last number given to a document of a kind; numbers are never used again, so the highest is the latest change.
CREATE TABLE search_series (
    contract_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (contract_id, kind)
);

-- One piece of text about one thing: the row itself, or a part of one of its files. fields holds label, label, text of
-- each field, separated by control characters; stamp tells whether anything changed.
CREATE TABLE search_document (
    contract_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    document INTEGER NOT NULL,
    subject_id TEXT NOT NULL,
    part TEXT NOT NULL,
    stamp TEXT NOT NULL,
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    reaches TEXT NOT NULL,
    fields TEXT NOT NULL,
    PRIMARY KEY (contract_id, kind, document)
);
CREATE UNIQUE INDEX search_document_by_subject ON search_document (contract_id, kind, subject_id, part);

-- Which documents of a block of 8192 hold a term: numbers within the block, two bytes each, or a bitmap when that is
-- shorter.
CREATE TABLE search_posting (
    contract_id TEXT NOT NULL,
    term TEXT NOT NULL,
    kind TEXT NOT NULL,
    block INTEGER NOT NULL,
    documents BLOB NOT NULL,
    PRIMARY KEY (contract_id, term, kind, block)
);
