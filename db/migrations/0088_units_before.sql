-- How the units of an act were before it is one document that is read when the act is taken back, on its own day: a row
-- for each unit and each of its placements cost more than the act itself. An act from before this program cannot be
-- taken back any more; what it changed stands in the events.
DROP TABLE register_act_placement;
DROP TABLE register_act_unit;
ALTER TABLE register_act ADD COLUMN units_before TEXT NOT NULL DEFAULT '';
