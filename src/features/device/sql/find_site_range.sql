SELECT site_id, addresses, version FROM site_range WHERE contract_id = $1 AND site_id = $2
