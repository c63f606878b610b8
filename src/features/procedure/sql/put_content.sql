INSERT INTO procedure_content (contract_id, sha256, content)
VALUES ($1, $2, $3)
ON CONFLICT (contract_id, sha256) DO NOTHING
