SELECT sequence, kind, subject_kind, subject_id
  FROM event
 WHERE contract_id = $1 AND sequence > $2 AND sequence <= $3 AND act = 'change'
 ORDER BY sequence
