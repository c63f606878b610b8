 WHERE visit.contract_id = $1
   AND ($2 = 'all' OR ($2 = 'open') = (visit.state = 'planned' OR visit.state = 'on_site'))
   AND ($3 = '' OR visit.site_id = $3)
   AND ($4 = '' OR visit.incident_id = $4)
   AND ($5 = '' OR visit.request_id = $5)
   AND ($6 = '' OR visit.planned_from >= $6)
   AND ($7 = '' OR visit.planned_from < $7)
   AND ($8 = '' OR EXISTS (SELECT 1
                             FROM visit_worker
                            WHERE visit_worker.contract_id = visit.contract_id AND visit_worker.visit_id = visit.id
                              AND visit_worker.search_key LIKE $8 ESCAPE '!'))
   AND ($9 = 1 OR visit.site_id IN ($13))
