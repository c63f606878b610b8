INSERT INTO incident_step (contract_id, incident_id, id, act, branch, step, at, person, city_person, text, failed_id,
                           spare_id, movement, entered_by, entered_at, taken_back)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, '')
