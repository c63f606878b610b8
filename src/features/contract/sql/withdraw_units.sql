UPDATE device SET listed = 0 WHERE contract_id = $1 AND id IN ($2)
