INSERT INTO page_survey (contract_id, id, title, reference_day, first_day, last_day, agreed, earlier, submitted_on,
                         submitted_by, made_by, made_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL, '', $9, $10, 1)
ON CONFLICT DO NOTHING
