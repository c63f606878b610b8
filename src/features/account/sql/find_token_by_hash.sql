SELECT t.contract_id, t.id, t.person_id, t.name, t.role, t.created_at, t.expires_at, t.last_used_at,
       p.name AS person_name, p.language
  FROM api_token t
  JOIN person p ON p.id = t.person_id
 WHERE t.hash = $1 AND t.revoked_at IS NULL AND p.disabled_at IS NULL
