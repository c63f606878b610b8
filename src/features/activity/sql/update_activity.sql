UPDATE activity
   SET work_type = $4, title = $5, asked_by = $6, what = $7, result = $8, done_on = $9, hours_tenths = $10,
       performed_by = $11, request_id = $12, permission = $13, cancelled_at = $14, cancelled_by = $15,
       cancelled_because = $16, search_key = $17, version = version + 1
 WHERE contract_id = $1 AND id = $2 AND version = $3
