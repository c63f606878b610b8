UPDATE work_request
   SET division_key = $3
 WHERE contract_id = $1 AND division = $2 AND division_key IS NULL
