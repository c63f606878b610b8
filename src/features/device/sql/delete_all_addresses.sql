DELETE FROM unit_address WHERE contract_id = $1 AND device_id IN ($2)
