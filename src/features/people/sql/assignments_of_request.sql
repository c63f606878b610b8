SELECT contract_id, id, request_id, worker_id, task, first_day, last_day, devices, assigned_at, assigned_by_name
  FROM assignment
 WHERE contract_id = $1 AND request_id = $2 AND removed_at IS NULL
 ORDER BY first_day, id
