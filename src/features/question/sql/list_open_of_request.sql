SELECT id, number, title, state, turn_since
  FROM question
 WHERE contract_id = $1 AND request_id = $2 AND state IN ('open', 'answered', 'awaiting_approval')
 ORDER BY asked_at, id
 LIMIT 100
