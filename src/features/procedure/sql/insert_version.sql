INSERT INTO procedure_version (contract_id, id, procedure_id, sequence, edition, note, created_by, version, created_at,
                               updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8, $8)
