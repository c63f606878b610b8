SELECT visit_id, worker_id, name, minutes
  FROM visit_worker
 WHERE contract_id = $1 AND visit_id IN ($2)
 ORDER BY visit_id, place
