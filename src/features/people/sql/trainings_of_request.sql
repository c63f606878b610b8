SELECT id, worker_id, subject, held_on, result, note, recorded_by_name
  FROM training
 WHERE contract_id = $1
   AND worker_id IN (
       SELECT worker_id FROM assignment WHERE contract_id = $1 AND request_id = $2 AND removed_at IS NULL)
 ORDER BY worker_id, held_on, id
