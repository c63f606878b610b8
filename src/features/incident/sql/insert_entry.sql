INSERT INTO incident_entry (contract_id, incident_id, id, act, at, person, city_person, text, appointment, finished_at,
                            entered_by, entered_at, taken_back, visit_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '', $13)
