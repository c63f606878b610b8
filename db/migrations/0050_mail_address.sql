-- Where somebody is written to; empty: nowhere, he reads his notices on the screen.
ALTER TABLE person ADD COLUMN mail TEXT NOT NULL DEFAULT '';
