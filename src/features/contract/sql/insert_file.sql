INSERT INTO contract_file (contract_id, path, content, sha256)
VALUES ($1, $2, $3, $4)
