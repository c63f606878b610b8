{{incident}}
 WHERE incident.contract_id = $1 AND incident.id = $2
