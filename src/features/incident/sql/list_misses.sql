SELECT level, reason FROM incident_miss WHERE contract_id = $1 AND incident_id = $2 ORDER BY level
