UPDATE webhook SET disabled_at = $3, disabled_because = $4, version = version + 1
 WHERE contract_id = $1 AND id = $2 AND disabled_at IS NULL
