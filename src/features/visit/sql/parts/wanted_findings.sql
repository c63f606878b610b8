 WHERE visit_finding.contract_id = $1
   AND ($2 = '' OR visit_finding.state = $2)
   AND ($3 = '' OR visit_finding.kind = $3)
   AND ($4 = '' OR visit_finding.site_id = $4)
   AND ($5 = '' OR visit_finding.visit_id = $5)
   AND ($6 = '' OR visit_finding.found_on >= $6)
   AND ($7 = '' OR visit_finding.found_on <= $7)
   AND ($8 = 1 OR visit_finding.site_id IN ($12))
