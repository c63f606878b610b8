DELETE FROM site_alias WHERE contract_id = $1 AND alias_key = $2
