SELECT contract_id, id, webhook_id, sequence, kind, state, created_at, next_at, attempts, settled_at, status, problem
  FROM webhook_delivery
 WHERE state = 'ready' AND next_at <= $1
 ORDER BY next_at, contract_id, id
 LIMIT $2
