{{edition}}
 WHERE contract_id = $1 AND division = $2
 ORDER BY number DESC
 LIMIT 1
