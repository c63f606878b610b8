UPDATE webhook SET sealed_secret = $3, version = version + 1 WHERE contract_id = $1 AND id = $2
