SELECT contract_id, id, person_id, pledged_on, version
  FROM worker
 WHERE contract_id = $1
   AND id IN (SELECT worker_id FROM assignment WHERE contract_id = $1 AND request_id = $2 AND removed_at IS NULL)
 ORDER BY id
