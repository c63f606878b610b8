{{licence}}
 WHERE licence.contract_id = $1 AND licence.id = $2
