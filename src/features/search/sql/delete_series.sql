DELETE FROM search_series WHERE contract_id = $1
