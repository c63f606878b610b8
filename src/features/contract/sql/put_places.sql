UPDATE device SET site_id = $2, status = $3 WHERE contract_id = $1 AND id IN ($4)
