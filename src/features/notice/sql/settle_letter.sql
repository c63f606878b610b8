UPDATE mail SET state = $3, next_at = $4, problem = $5, settled_at = $6, taken_at = NULL
 WHERE contract_id = $1 AND id = $2 AND state = 'sending'
