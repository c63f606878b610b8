UPDATE work_start
   SET instructed_by = $3, instructed_at = $4, instructed_how = $5, instruction = $6, approval_id = $7
 WHERE contract_id = $1 AND id = $2
