INSERT INTO incident_month (contract_id, month, edition, name, sha256, reported_by, reported_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
