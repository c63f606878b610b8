INSERT INTO vendor_notice (contract_id, id, word, request_id, standing_id, vendor, content, frequency, said_by,
                           said_name, said_side, said_at, approval_id, ended_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, NULL)
