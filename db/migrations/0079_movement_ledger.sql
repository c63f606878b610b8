-- The ledger of movements by who entered them.
CREATE INDEX movement_by_person ON movement (contract_id, entered_by, moved_on, id);
