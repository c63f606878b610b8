UPDATE due SET told = $3, next_at = $4 WHERE contract_id = $1 AND id = $2 AND stopped_at IS NULL AND told < $3
