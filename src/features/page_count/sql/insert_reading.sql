INSERT INTO page_reading (contract_id, survey_id, device_id, pages, read_on, note, entered_by, entered_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1)
ON CONFLICT DO NOTHING
