-- How far the events of a contract have been told. What stands in the chain is told once: cursor and
-- notices change in
-- one transaction.
CREATE TABLE notice_cursor (
    contract_id TEXT NOT NULL PRIMARY KEY REFERENCES contract (id),
    sequence INTEGER NOT NULL
);
-- What happened before there were notices is not told any more.
INSERT INTO notice_cursor (contract_id, sequence)
SELECT c.id, e.sequence FROM contract AS c JOIN event_chain AS e ON e.contract_id = c.id;

-- A letter to one person about what one contract has told him, to be sent at one moment. It goes ready, sending and
-- then sent, failed (given up) or unsure (nobody knows whether it left); dropped when there was nothing to say
-- any more.
CREATE TABLE mail (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    state TEXT NOT NULL,
    created_at TEXT NOT NULL,
    next_at TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    taken_at TEXT,
    settled_at TEXT,
    problem TEXT NOT NULL,
    PRIMARY KEY (contract_id, id)
);
CREATE INDEX mail_due ON mail (next_at, contract_id, id) WHERE state = 'ready';
CREATE INDEX mail_sending ON mail (taken_at) WHERE state = 'sending';
CREATE INDEX mail_waiting ON mail (contract_id, person_id, next_at) WHERE state = 'ready';
CREATE INDEX mail_by_person ON mail (person_id);
CREATE INDEX mail_latest ON mail (created_at, contract_id, id);
CREATE INDEX mail_unsettled ON mail (state, created_at) WHERE state = 'unsure' OR state = 'failed';

-- What one event tells one person. number, title and place are those of the subject and follow it; need is the
-- permission without which it is not shown.
CREATE TABLE notice (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    sequence INTEGER NOT NULL,
    kind TEXT NOT NULL,
    kind_group TEXT NOT NULL,
    urgent INTEGER NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    path TEXT NOT NULL,
    need TEXT NOT NULL,
    division_key TEXT NOT NULL,
    site_id TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    detail_ja TEXT NOT NULL,
    detail_en TEXT NOT NULL,
    at TEXT NOT NULL,
    told_at TEXT NOT NULL,
    read_at TEXT,
    mail_id TEXT,
    PRIMARY KEY (contract_id, person_id, sequence),
    FOREIGN KEY (contract_id, mail_id) REFERENCES mail (contract_id, id)
);
CREATE INDEX notice_unread ON notice (contract_id, person_id, sequence) WHERE read_at IS NULL;
CREATE INDEX notice_by_person ON notice (person_id);
CREATE INDEX notice_by_subject ON notice (contract_id, subject_kind, subject_id);
CREATE INDEX notice_by_mail ON notice (contract_id, mail_id);

-- What somebody chose otherwise than his role begins with.
CREATE TABLE notice_choice (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    digest_minute INTEGER NOT NULL,
    urgent_always INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, person_id)
);
CREATE INDEX notice_choice_by_person ON notice_choice (person_id);
CREATE TABLE notice_way (
    contract_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    kind_group TEXT NOT NULL,
    way TEXT NOT NULL,
    PRIMARY KEY (contract_id, person_id, kind_group),
    FOREIGN KEY (contract_id, person_id) REFERENCES notice_choice (contract_id, person_id)
);

-- A program that is told. sealed_secret is encrypted with the key beside the data, so a copy of the database signs
-- nothing.
CREATE TABLE webhook (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    sealed_secret BLOB NOT NULL,
    kind_groups TEXT NOT NULL,
    created_at TEXT NOT NULL,
    failures INTEGER NOT NULL,
    disabled_at TEXT,
    disabled_because TEXT NOT NULL,
    removed_at TEXT,
    version INTEGER NOT NULL,
    PRIMARY KEY (contract_id, id)
);
CREATE TABLE webhook_delivery (
    contract_id TEXT NOT NULL REFERENCES contract (id),
    id TEXT NOT NULL,
    webhook_id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at TEXT NOT NULL,
    next_at TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    taken_at TEXT,
    settled_at TEXT,
    status INTEGER NOT NULL,
    problem TEXT NOT NULL,
    PRIMARY KEY (contract_id, id),
    FOREIGN KEY (contract_id, webhook_id) REFERENCES webhook (contract_id, id)
);
CREATE UNIQUE INDEX webhook_delivery_once ON webhook_delivery (contract_id, webhook_id, sequence) WHERE sequence > 0;
CREATE INDEX webhook_delivery_by_webhook ON webhook_delivery (contract_id, webhook_id, created_at);
CREATE INDEX webhook_delivery_due ON webhook_delivery (next_at, contract_id, id) WHERE state = 'ready';
CREATE INDEX webhook_delivery_sending ON webhook_delivery (taken_at) WHERE state = 'sending';
