INSERT INTO worker (contract_id, id, person_id, pledged_on, version, created_at)
VALUES ($1, $2, $3, $4, 1, $5)
