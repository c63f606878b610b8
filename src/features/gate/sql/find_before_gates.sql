SELECT request_id FROM request_before_gates WHERE contract_id = $1 AND request_id = $2
