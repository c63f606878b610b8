DELETE FROM unit_detail WHERE contract_id = $1 AND device_id IN ($2)
