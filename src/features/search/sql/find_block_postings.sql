SELECT term, documents FROM search_posting WHERE contract_id = $1 AND kind = $2 AND block = $3 AND term IN ($4)
