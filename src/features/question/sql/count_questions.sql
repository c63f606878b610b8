SELECT COUNT(*) AS total
  FROM question q
  LEFT JOIN work_request w ON w.contract_id = q.contract_id AND w.id = q.request_id
 WHERE q.contract_id = $1
