UPDATE site_layout SET version = version + 1 WHERE contract_id = $1 AND site_id = $2 AND version = $3
