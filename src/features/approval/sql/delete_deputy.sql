DELETE FROM deputy WHERE contract_id = $1 AND id = $2 AND side = $3
