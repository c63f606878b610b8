SELECT contract_id, id, person_id, state, created_at, next_at, attempts, settled_at, problem
  FROM mail
 WHERE state = 'ready' AND next_at <= $1
 ORDER BY next_at, contract_id, id
 LIMIT $2
