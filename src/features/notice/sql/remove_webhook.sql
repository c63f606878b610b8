UPDATE webhook SET removed_at = $3, version = version + 1 WHERE contract_id = $1 AND id = $2
