INSERT INTO loan_link (contract_id, loan_id, kind, device_id, medium_id, job_id, job_number, here, linked_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT DO NOTHING
