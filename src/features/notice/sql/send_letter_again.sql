UPDATE mail SET state = 'ready', next_at = $3, attempts = 0, settled_at = NULL
 WHERE contract_id = $1 AND id = $2 AND (state = 'unsure' OR state = 'failed')
