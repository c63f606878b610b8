-- When an address was entered: a list that somebody compared before that is compared again.
ALTER TABLE unit_address ADD COLUMN entered_at TEXT NOT NULL DEFAULT '';
