SELECT number FROM device WHERE contract_id = $1 ORDER BY number
