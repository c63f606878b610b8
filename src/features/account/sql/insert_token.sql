INSERT INTO api_token (contract_id, id, person_id, name, role, hash, created_at, expires_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
