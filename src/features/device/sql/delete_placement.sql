DELETE FROM placement WHERE contract_id = $1 AND device_id = $2 AND begins_on = $3
