INSERT INTO work_start (contract_id, id, request_id, kind, title, site_id, started_at, started_by, started_name,
                        recorded_at, procedure_version_id, procedure_text, window_id, instructed_by, instructed_at,
                        instructed_how, instruction, approval_id, retroactive)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
