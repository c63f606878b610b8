SELECT version FROM site_layout WHERE contract_id = $1 AND site_id = $2
