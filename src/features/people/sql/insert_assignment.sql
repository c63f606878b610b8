INSERT INTO assignment (contract_id, id, request_id, worker_id, task, first_day, last_day, devices, assigned_at,
                        assigned_by, assigned_by_name)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
