{{visit}}
 WHERE visit.contract_id = $1 AND visit.id = $2
