SELECT incident_id, level, reason
  FROM incident_miss
 WHERE contract_id = $1 AND incident_id IN ($2)
 ORDER BY incident_id, level
