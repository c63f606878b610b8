INSERT INTO activity (contract_id, id, number, work_type, title, asked_by, what, result, done_on, hours_tenths,
                      performed_by, request_id, permission, entered_by, entered_at, cancelled_at, cancelled_by,
                      cancelled_because, search_key, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, NULL, '', '', $16, 1)
