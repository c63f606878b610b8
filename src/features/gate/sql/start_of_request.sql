{{starts}}
 WHERE s.contract_id = $1 AND s.request_id = $2
