{{repair}}
 WHERE repair.contract_id = $1 AND repair.id = $2
