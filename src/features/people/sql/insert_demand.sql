INSERT INTO staff_demand (contract_id, id, worker_id, reason, demanded_at, demanded_by, demanded_by_name, answer,
                          answered_by_name)
VALUES ($1, $2, $3, $4, $5, $6, $7, '', '')
