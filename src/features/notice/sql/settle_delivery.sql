UPDATE webhook_delivery
   SET state = $3, next_at = $4, status = $5, problem = $6, settled_at = $7, taken_at = NULL
 WHERE contract_id = $1 AND id = $2 AND state = 'sending'
