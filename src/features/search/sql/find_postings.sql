SELECT kind, term, block, documents FROM search_posting WHERE contract_id = $1 AND term IN ($2)
