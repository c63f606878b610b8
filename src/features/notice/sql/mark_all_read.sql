UPDATE notice SET read_at = $4 WHERE contract_id = $1 AND person_id = $2 AND sequence <= $3 AND read_at IS NULL
