INSERT INTO desk_mark (contract_id, desk, maintained, note, version)
VALUES ($1, $2, $3, $4, 2)
ON CONFLICT DO NOTHING
