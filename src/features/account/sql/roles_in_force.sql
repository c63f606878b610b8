SELECT contract_id, role, from_day, to_day, division, site_id
  FROM membership
 WHERE person_id = $1 AND from_day <= $2 AND (to_day IS NULL OR to_day > $2)
 ORDER BY contract_id, role
