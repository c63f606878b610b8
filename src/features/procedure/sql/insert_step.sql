INSERT INTO procedure_step (contract_id, version_id, number, text, per_device, operation_check, photo)
VALUES ($1, $2, $3, $4, $5, $6, $7)
