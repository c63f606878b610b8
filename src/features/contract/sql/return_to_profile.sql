UPDATE device SET entered = 0 WHERE contract_id = $1 AND id IN ($2)
