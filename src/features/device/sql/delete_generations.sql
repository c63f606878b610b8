DELETE FROM unit_generation WHERE contract_id = $1 AND device_id = $2
