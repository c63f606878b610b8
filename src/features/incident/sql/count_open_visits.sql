SELECT CAST(COALESCE(SUM(CASE WHEN visit.state = 'done' THEN 0 ELSE 1 END), 0) AS INTEGER) AS under_way,
       CAST(COALESCE(SUM(CASE WHEN visit.state = 'done'
                               AND EXISTS (SELECT 1
                                             FROM visit_worker
                                            WHERE visit_worker.contract_id = visit.contract_id
                                              AND visit_worker.visit_id = visit.id AND visit_worker.minutes IS NULL)
                              THEN 1 ELSE 0 END), 0) AS INTEGER) AS without_minutes
  FROM visit
 WHERE visit.contract_id = $1 AND visit.incident_id = $2 AND visit.state <> 'called_off'
