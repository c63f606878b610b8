SELECT s.id, s.person_id, s.started_at, s.last_seen_at, p.name, p.language, p.administrator
  FROM session s
  JOIN person p ON p.id = s.person_id
 WHERE s.id = $1 AND p.disabled_at IS NULL
