UPDATE mail SET state = 'sending', taken_at = $3, attempts = attempts + 1
 WHERE contract_id = $1 AND id = $2 AND state = 'ready'
