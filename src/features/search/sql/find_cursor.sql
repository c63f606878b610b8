SELECT sequence, goal FROM search_cursor WHERE contract_id = $1
