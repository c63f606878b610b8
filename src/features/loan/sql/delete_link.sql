DELETE FROM loan_link WHERE contract_id = $1 AND loan_id = $2
