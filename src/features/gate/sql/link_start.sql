UPDATE work_start
   SET request_id = $3, retroactive = 1
 WHERE contract_id = $1 AND id = $2 AND request_id IS NULL
