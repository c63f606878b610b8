SELECT incident_id, level, standing, used_seconds
  FROM incident_month_clock
 WHERE contract_id = $1 AND month = $2 AND edition = $3
 ORDER BY incident_id, level
