-- What part of the list a role reaches: a division's people their division's requests, a site's contact the site's.
-- Roles of these kinds that were given before have none and reach nothing until an administrator names it.
ALTER TABLE membership ADD COLUMN division TEXT;
ALTER TABLE membership ADD COLUMN site_id TEXT;

-- The owning division as it is matched (folded), so that one division's list is read along an index. NULL until the
-- program has folded what was stored before.
ALTER TABLE work_request ADD COLUMN division_key TEXT;
CREATE INDEX work_request_by_division ON work_request (contract_id, division_key, number_year, number_seq, id);
CREATE INDEX work_request_without_division_key ON work_request (contract_id, division) WHERE division_key IS NULL;
