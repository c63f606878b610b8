SELECT a.id, a.request_id, a.worker_id, a.task, a.first_day, a.last_day, a.devices, a.assigned_at, a.assigned_by_name,
       a.contract_id, r.number, r.title
  FROM assignment a
  JOIN work_request r ON r.contract_id = a.contract_id AND r.id = a.request_id
 WHERE a.contract_id = $1 AND a.worker_id = $2 AND a.removed_at IS NULL
 ORDER BY a.first_day DESC, a.id
 LIMIT 200
