SELECT work_types, status, CAST(COUNT(*) AS INTEGER) AS requests
  FROM work_request
 WHERE contract_id = $1
 GROUP BY work_types, status
