INSERT INTO attachment (contract_id, id, subject_kind, subject_id, name, content_type, size, sha256, added_at, added_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
