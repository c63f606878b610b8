SELECT d.id, d.side, d.person_id, p.name, d.deputy_id, q.name AS deputy_name, d.from_day, d.to_day
  FROM deputy d
  JOIN person p ON p.id = d.person_id
  JOIN person q ON q.id = d.deputy_id
 WHERE d.contract_id = $1
 ORDER BY d.from_day DESC, p.name, d.id
