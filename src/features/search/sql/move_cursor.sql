UPDATE search_cursor SET sequence = $3, goal = $4 WHERE contract_id = $1 AND sequence = $2
