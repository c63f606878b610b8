SELECT m.person_id, p.name, p.language, p.mail, m.role, m.from_day, m.to_day, m.division, m.site_id
  FROM membership AS m
  JOIN person AS p ON p.id = m.person_id
 WHERE m.contract_id = $1 AND m.from_day <= $2 AND (m.to_day IS NULL OR m.to_day > $2) AND p.disabled_at IS NULL
 ORDER BY m.person_id, m.role, m.id
