DELETE FROM stocktake_finding WHERE contract_id = $1 AND stocktake_id = $2 AND found_key = $3
