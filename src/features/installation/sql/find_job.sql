{{job}}
 WHERE installation.contract_id = $1 AND installation.id = $2
