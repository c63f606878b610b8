{{finding}}
{{wanted_findings}}
   AND visit_finding.is_open = 1
   AND ($9 = '' OR (visit_finding.found_on, visit_finding.id) > ($9, $10))
 ORDER BY visit_finding.found_on, visit_finding.id
 LIMIT $11
