SELECT sealed_secret FROM webhook WHERE contract_id = $1 AND id = $2
