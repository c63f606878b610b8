{{vendor}}
 WHERE contract_id = $1
 ORDER BY from_on, id
 LIMIT $2
