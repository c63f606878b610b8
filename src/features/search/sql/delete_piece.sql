DELETE FROM search_document WHERE contract_id = $1 AND kind = $2 AND document = $3
