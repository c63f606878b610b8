SELECT actor_id
  FROM event
 WHERE contract_id = $1 AND subject_kind = $2 AND subject_id = $3 AND act = 'change'
 ORDER BY sequence
 LIMIT 1
