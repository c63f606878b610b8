INSERT INTO visit_worker (contract_id, visit_id, place, worker_id, name, person_key, search_key, minutes)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
