INSERT INTO repair (contract_id, id, number, device_id, spare_id, request_id, state, failed_on, symptom, warranty_until,
                    finding, erased_on, settings_on, last_on, search_key, entered_by, entered_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, NULL, NULL, NULL, $11, $12, $13, $14, 1)
    ON CONFLICT DO NOTHING
