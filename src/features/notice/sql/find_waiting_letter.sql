SELECT id FROM mail WHERE contract_id = $1 AND person_id = $2 AND next_at = $3 AND state = 'ready' AND attempts = 0
 ORDER BY id LIMIT 1
