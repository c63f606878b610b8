SELECT id, worker_id, subject, held_on, result, note, recorded_by_name
  FROM training
 WHERE contract_id = $1
 ORDER BY worker_id, held_on, id
