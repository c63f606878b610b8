SELECT c.contract_id, c.id, c.worker_id, w.person_id
  FROM roster_change c
  JOIN worker w ON w.contract_id = c.contract_id AND w.id = c.worker_id
 WHERE c.kind = 'leaving' AND c.rights_ended_at IS NULL AND c.takes_effect_on <= $1
   AND (c.standing IN ('recorded', 'settled') OR (c.standing = 'announced' AND c.needs_grant = 0))
 ORDER BY c.takes_effect_on, c.id
 LIMIT $2
