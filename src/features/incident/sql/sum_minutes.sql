SELECT visit.incident_id, CAST(COALESCE(SUM(visit_worker.minutes), 0) AS INTEGER) AS minutes
  FROM visit
  JOIN visit_worker ON visit_worker.contract_id = visit.contract_id AND visit_worker.visit_id = visit.id
 WHERE visit.contract_id = $1 AND visit.state = 'done' AND visit.incident_id IN ($2)
 GROUP BY visit.incident_id
