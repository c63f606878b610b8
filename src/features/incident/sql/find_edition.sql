SELECT contract_id, month, edition, name, sha256, reported_by, reported_at
  FROM incident_month
 WHERE contract_id = $1 AND month = $2 AND edition = $3
