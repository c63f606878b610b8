SELECT m.contract_id, m.id, m.person_id, m.state, m.created_at, m.next_at, m.attempts, m.settled_at, m.problem,
       p.name AS person_name, p.mail AS address,
       (SELECT COUNT(*) FROM notice AS n WHERE n.contract_id = m.contract_id AND n.mail_id = m.id) AS notices
  FROM mail AS m
  JOIN person AS p ON p.id = m.person_id
 WHERE m.state = 'unsure' OR m.state = 'failed'
 ORDER BY m.created_at DESC, m.contract_id, m.id
 LIMIT $1
