{{starts}}
 WHERE s.contract_id = $1 AND s.id = $2
