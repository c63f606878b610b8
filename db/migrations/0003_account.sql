-- People sign in with what is here; they are disabled, never deleted. password_hash is an Argon2id text, '' before the
-- invitation was followed.
CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY,
    login TEXT NOT NULL,
    login_key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    administrator INTEGER NOT NULL,
    disabled_at TEXT,
    password_hash TEXT NOT NULL,
    failures INTEGER NOT NULL,
    failed_at TEXT,
    locked_until TEXT,
    created_at TEXT NOT NULL,
    version INTEGER NOT NULL
);

-- id is the SHA-256 of the token in the cookie, so a copy of the database opens no session.
CREATE TABLE session (
    id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    started_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL
);
CREATE INDEX session_by_person ON session (person_id);

-- id is the SHA-256 of the token in the link. Without a person it makes the first administrator.
CREATE TABLE setup_link (
    id TEXT NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL,
    person_id TEXT REFERENCES person (id),
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT
);
CREATE INDEX setup_link_by_person ON setup_link (person_id);
