{{finding}}
{{wanted_findings}}
   AND ($9 = '' OR (visit_finding.found_on, visit_finding.id) < ($9, $10))
 ORDER BY visit_finding.found_on DESC, visit_finding.id DESC
 LIMIT $11
