INSERT INTO approver (contract_id, id, kind, step, side, person_id)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (contract_id, kind, step, side, person_id) DO NOTHING
