INSERT INTO training (contract_id, id, worker_id, subject, held_on, result, note, recorded_at, recorded_by,
                      recorded_by_name)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
