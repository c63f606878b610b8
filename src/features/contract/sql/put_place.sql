UPDATE device SET site_id = $3, status = $4 WHERE contract_id = $1 AND id = $2
