SELECT contract_id, id, webhook_id, sequence, kind, state, created_at, next_at, attempts, settled_at, status, problem
  FROM webhook_delivery
 WHERE contract_id = $1 AND webhook_id = $2
 ORDER BY created_at DESC, id DESC
 LIMIT $3
