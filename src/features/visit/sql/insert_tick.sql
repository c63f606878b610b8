INSERT INTO visit_tick (contract_id, visit_id, item, device_id, ticked_by, ticked_at)
VALUES ($1, $2, $3, $4, $5, $6)
