INSERT INTO incident_month_clock (contract_id, month, edition, incident_id, level, standing, used_seconds)
VALUES ($1, $2, $3, $4, $5, $6, $7)
