UPDATE medium_use
   SET state = $3, used_at = $4, used_by = $5, permission = $6, check_id = $7
 WHERE contract_id = $1 AND id = $2 AND state = 'planned'
