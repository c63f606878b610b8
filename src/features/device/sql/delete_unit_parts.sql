DELETE FROM unit_part WHERE contract_id = $1 AND device_id IN ($2)
