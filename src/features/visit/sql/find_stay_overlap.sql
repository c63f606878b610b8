SELECT visit_worker.name, visit.arrived_at AS begins, visit.departed_at AS ends, site.name AS site_name
  FROM visit_worker
  JOIN visit ON visit.contract_id = visit_worker.contract_id AND visit.id = visit_worker.visit_id
  JOIN site ON site.contract_id = visit.contract_id AND site.id = visit.site_id
 WHERE visit_worker.contract_id = $1 AND visit.id <> $2 AND visit.arrived_at IS NOT NULL
   AND (visit.departed_at IS NULL OR visit.departed_at > $3)
   AND ($4 = '' OR visit.arrived_at < $4)
   AND visit_worker.person_key IN ($5)
 ORDER BY visit.arrived_at, visit.id, visit_worker.place
 LIMIT 1
