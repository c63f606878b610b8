UPDATE api_token SET revoked_at = $3 WHERE contract_id = $1 AND id = $2 AND revoked_at IS NULL
