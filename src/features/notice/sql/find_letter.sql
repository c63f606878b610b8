SELECT contract_id, id, person_id, state, created_at, next_at, attempts, settled_at, problem
  FROM mail
 WHERE contract_id = $1 AND id = $2
