SELECT id FROM question WHERE contract_id = $1 AND request_id = $2 ORDER BY asked_at, id
