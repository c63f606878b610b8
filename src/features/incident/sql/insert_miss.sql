INSERT INTO incident_miss (contract_id, incident_id, level, reason) VALUES ($1, $2, $3, $4)
