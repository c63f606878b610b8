SELECT version FROM site WHERE contract_id = $1 AND id = $2 AND listed = 1
