UPDATE api_token SET last_used_at = $3 WHERE contract_id = $1 AND id = $2
