INSERT INTO step_record (contract_id, id, request_id, version_id, step, device_id, result, note, done_by, done_at,
                         recorded_by, recorded_by_name, recorded_at, replaces, reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
