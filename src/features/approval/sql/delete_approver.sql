DELETE FROM approver WHERE contract_id = $1 AND id = $2 AND side = $3
