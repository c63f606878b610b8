SELECT id, number, title, status, wish_on, contractor_person
  FROM work_request
 WHERE contract_id = $1 AND status <> 'done'
 ORDER BY CASE WHEN wish_on IS NULL THEN 1 ELSE 0 END, wish_on, id
 LIMIT $2
