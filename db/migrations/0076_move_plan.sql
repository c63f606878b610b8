-- The day on which a move was to happen, beside the one on which it did (LOC-04).
ALTER TABLE movement ADD COLUMN planned_on TEXT;
-- The day as of which an act describes its units; none for acts from before this column: their own day. `address`: what
-- a unit had to give up because the act retired it.
ALTER TABLE register_act ADD COLUMN reference_day TEXT;
ALTER TABLE register_act_unit ADD COLUMN address TEXT NOT NULL DEFAULT '';
-- The address that a unit gets where a job puts it (INS-05); '': it keeps its own.
ALTER TABLE installation_unit ADD COLUMN address TEXT NOT NULL DEFAULT '';
