SELECT DISTINCT device_id FROM unit_address WHERE contract_id = $1 AND address <> ''
