SELECT site.name AS site_name, visit.planned_from
  FROM visit_tick
  JOIN visit ON visit.contract_id = visit_tick.contract_id AND visit.id = visit_tick.visit_id
  JOIN site ON site.contract_id = visit.contract_id AND site.id = visit.site_id
 WHERE visit_tick.contract_id = $1 AND visit_tick.device_id = $2 AND visit.id <> $3
   AND (visit.state = 'planned' OR visit.state = 'on_site')
 ORDER BY visit.planned_from
 LIMIT 1
