SELECT body FROM webhook_delivery WHERE contract_id = $1 AND id = $2
