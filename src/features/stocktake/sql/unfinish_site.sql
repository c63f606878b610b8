DELETE FROM stocktake_site WHERE contract_id = $1 AND stocktake_id = $2 AND site_id = $3
