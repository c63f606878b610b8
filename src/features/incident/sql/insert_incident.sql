INSERT INTO incident (contract_id, id, case_number, state, begun_at, phenomenon, site_id, place, device_id,
                      device_class, error_text, contact_person, contact_phone, occurred_at, severity, action, cause,
                      notes, search_key, entered_by, entered_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, '', '', '', $16, $17, $18, 1)
    ON CONFLICT DO NOTHING
