SELECT CAST(COUNT(*) AS INTEGER) AS total
  FROM work_request
 WHERE contract_id = $1
