SELECT COALESCE(MAX(number), 0) + 1 AS number
  FROM licence
 WHERE contract_id = $1
