INSERT INTO unit_part (contract_id, id, device_id, kind, model, serial, begins_on, ends_on, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
