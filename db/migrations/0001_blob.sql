-- Files by their content. size counts the bytes as they were given; the chunks together are one zstd frame.
-- No contract_id: the same bytes are stored once, whoever refers to them; what refers to them belongs to a contract.
CREATE TABLE blob (
    sha256 TEXT NOT NULL PRIMARY KEY,
    size INTEGER NOT NULL,
    chunks INTEGER NOT NULL
);

CREATE TABLE blob_chunk (
    sha256 TEXT NOT NULL REFERENCES blob (sha256),
    number INTEGER NOT NULL,
    packed BLOB NOT NULL,
    PRIMARY KEY (sha256, number)
);
