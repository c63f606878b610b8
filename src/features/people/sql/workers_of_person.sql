SELECT id
  FROM worker
 WHERE contract_id = $1 AND person_id = $2
 ORDER BY id
