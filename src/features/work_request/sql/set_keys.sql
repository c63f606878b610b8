UPDATE work_request
   SET division_key = $3, search_key = $4
 WHERE contract_id = $1 AND id = $2
