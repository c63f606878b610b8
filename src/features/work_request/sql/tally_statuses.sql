SELECT status, CAST(COUNT(*) AS INTEGER) AS requests
  FROM work_request
 WHERE contract_id = $1 /* reach */
 GROUP BY status
