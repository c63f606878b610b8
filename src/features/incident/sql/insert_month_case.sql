INSERT INTO incident_month_case (contract_id, month, edition, incident_id, state)
VALUES ($1, $2, $3, $4, $5)
