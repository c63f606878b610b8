INSERT INTO visit (contract_id, id, site_id, incident_id, request_id, request_number, purpose, planned_from,
                   planned_until, told, state, unticked_reason, result, called_off, search_key, entered_by, entered_at,
                   version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '', '', '', $12, $13, $14, 1)
