SELECT id, worker_id, subject, held_on, result, note, recorded_by_name
  FROM training
 WHERE contract_id = $1 AND worker_id = $2
 ORDER BY held_on, id
