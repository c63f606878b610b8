SELECT documents FROM search_posting WHERE contract_id = $1 AND term = $2 AND kind = $3 AND block = $4
