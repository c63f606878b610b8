INSERT INTO work_request_attachment (contract_id, id, request_id, name, content_type, size, sha256, added_at, added_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
