SELECT visit_worker.name, visit.planned_from AS begins, visit.planned_until AS ends, site.name AS site_name
  FROM visit_worker
  JOIN visit ON visit.contract_id = visit_worker.contract_id AND visit.id = visit_worker.visit_id
  JOIN site ON site.contract_id = visit.contract_id AND site.id = visit.site_id
 WHERE visit_worker.contract_id = $1 AND visit.id <> $2
   AND (visit.state = 'planned' OR visit.state = 'on_site')
   AND visit.planned_until > $3 AND visit.planned_from < $4
   AND visit_worker.person_key IN ($5)
 ORDER BY visit.planned_from, visit.id, visit_worker.place
 LIMIT 1
