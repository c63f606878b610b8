SELECT m.contract_id, c.title, c.municipality, m.role, m.division, m.site_id
  FROM membership m
  JOIN contract c ON c.id = m.contract_id
 WHERE m.person_id = $1 AND m.from_day <= $2 AND (m.to_day IS NULL OR m.to_day > $2)
 ORDER BY m.contract_id, m.role
