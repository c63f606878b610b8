SELECT a.id, a.kind, a.step, a.side, a.person_id, p.name
  FROM approver a
  JOIN person p ON p.id = a.person_id
 WHERE a.contract_id = $1
 ORDER BY a.kind, a.step, p.name, a.id
