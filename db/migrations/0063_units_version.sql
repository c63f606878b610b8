-- Counted up whenever units are entered: who keeps a contract's profile in memory sees that it is no longer the whole.
ALTER TABLE contract ADD COLUMN units_version INTEGER NOT NULL DEFAULT 0;
