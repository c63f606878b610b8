SELECT id FROM device WHERE contract_id = $1 AND entered = 1
