UPDATE approval SET end_told = 1
 WHERE contract_id = $1 AND id = $2 AND end_told = 0
