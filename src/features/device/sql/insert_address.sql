INSERT INTO unit_address (contract_id, device_id, begins_on, ends_on, previous_ends_on, address, entered_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
