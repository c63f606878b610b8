SELECT start_id, gate, due_at, closed_at
  FROM start_duty
 WHERE contract_id = $1 AND start_id = $2
 ORDER BY due_at, gate
