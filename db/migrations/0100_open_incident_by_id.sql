-- The recount of clocks walks through the open incidents in the order of their ids, in which their clocks and events
-- were written too.
CREATE INDEX incident_open_by_id ON incident (contract_id, id) WHERE state <> 'closed' AND state <> 'filtered';
