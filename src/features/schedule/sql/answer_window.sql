UPDATE work_window
   SET state = $4, answer = $5, answered_by = $6, answered_name = $7, answered_at = $8, version = version + 1
 WHERE contract_id = $1 AND id = $2 AND version = $3
