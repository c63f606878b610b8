INSERT INTO mail (contract_id, id, person_id, state, created_at, next_at, attempts, problem)
VALUES ($1, $2, $3, 'ready', $4, $5, 0, '')
