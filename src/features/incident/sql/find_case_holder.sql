SELECT id FROM incident WHERE contract_id = $1 AND case_number = $2
