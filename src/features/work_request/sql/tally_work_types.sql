SELECT work_types, status, CAST(COUNT(*) AS INTEGER) AS requests
  FROM work_request
 WHERE contract_id = $1 AND COALESCE(performed_on, wish_on) >= $2 AND entered_on <= $3
 GROUP BY work_types, status
