DELETE FROM search_posting WHERE contract_id = $1
