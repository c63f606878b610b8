SELECT DISTINCT contract_id, start_id
  FROM start_duty
 WHERE closed_at IS NULL
 ORDER BY contract_id, start_id
 LIMIT $1
