SELECT contract_id, id, person_id, name, role, created_at, expires_at, last_used_at
  FROM api_token
 WHERE contract_id = $1 AND id = $2 AND revoked_at IS NULL
