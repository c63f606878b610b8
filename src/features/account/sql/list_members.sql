SELECT m.contract_id, m.id, m.person_id, p.name, m.role, m.from_day, m.to_day, m.division, m.site_id
  FROM membership m
  JOIN person p ON p.id = m.person_id
 WHERE m.contract_id = $1 AND (m.to_day IS NULL OR m.to_day > COALESCE($2, ''))
 ORDER BY m.role, p.name, m.from_day, m.id
