UPDATE incident_step SET taken_back = $4 WHERE contract_id = $1 AND incident_id = $2 AND id = $3
