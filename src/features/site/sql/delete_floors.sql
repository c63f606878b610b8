DELETE FROM site_floor WHERE contract_id = $1 AND site_id = $2
