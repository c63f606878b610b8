INSERT INTO unit_generation (contract_id, device_id, begins_on, ends_on, previous_ends_on, generation, model,
                             type_number, serial)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
