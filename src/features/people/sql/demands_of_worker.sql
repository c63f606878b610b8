SELECT id, reason, demanded_at, demanded_by_name, answer, answered_at, answered_by_name, closed_at
  FROM staff_demand
 WHERE contract_id = $1 AND worker_id = $2
 ORDER BY demanded_at DESC, id
