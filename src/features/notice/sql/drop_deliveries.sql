UPDATE webhook_delivery SET state = 'dropped', settled_at = $3
 WHERE contract_id = $1 AND webhook_id = $2 AND state = 'ready'
