INSERT INTO medium_check_file
      (contract_id, medium_id, check_id, id, name, size, sha256, verdict, threat, engine, definitions_on, scanned_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
