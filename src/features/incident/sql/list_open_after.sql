{{incident}}
 WHERE incident.contract_id = $1 AND incident.id > $2 AND incident.state <> 'closed' AND incident.state <> 'filtered'
 ORDER BY incident.id
 LIMIT $3
