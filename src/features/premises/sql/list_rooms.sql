{{room}}
 WHERE contract_id = $1
 ORDER BY site_id, name, id
 LIMIT 2000
