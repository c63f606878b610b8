SELECT r.request_id
  FROM step_record r
 WHERE r.contract_id = $1 AND r.id = $2
