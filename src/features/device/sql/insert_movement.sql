INSERT INTO movement (contract_id, id, act, device_id, moved_on, cause, from_site_id, from_place, from_used_as,
                      from_keeper, site_id, place, used_as, keeper, request_id, note, entered_by, entered_at,
                      planned_on, incident_id, incident_number)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20, $21)
