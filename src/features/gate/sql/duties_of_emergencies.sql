SELECT start_id, gate, due_at, closed_at
  FROM start_duty
 WHERE contract_id = $1 AND start_id IN (
       SELECT id FROM work_start WHERE contract_id = $1 AND kind = 'emergency' ORDER BY started_at DESC, id LIMIT $2)
 ORDER BY due_at, gate
