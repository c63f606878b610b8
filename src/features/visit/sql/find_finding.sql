{{finding}}
 WHERE visit_finding.contract_id = $1 AND visit_finding.id = $2
