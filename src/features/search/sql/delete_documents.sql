DELETE FROM search_document WHERE contract_id = $1
