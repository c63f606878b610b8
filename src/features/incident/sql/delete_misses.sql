DELETE FROM incident_miss WHERE contract_id = $1 AND incident_id = $2
