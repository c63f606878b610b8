{{starts}}
 WHERE s.contract_id = $1 AND s.kind = 'emergency'
 ORDER BY s.started_at DESC, s.id
 LIMIT $2
