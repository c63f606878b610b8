UPDATE placement SET ends_on = $3 WHERE contract_id = $1 AND begins_on = $2 AND device_id IN ($4)
