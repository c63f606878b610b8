SELECT id
  FROM work_request
 WHERE contract_id = $1 AND number = $2
