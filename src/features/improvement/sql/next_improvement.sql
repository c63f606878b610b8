SELECT COALESCE(MAX(number), 0) + 1 AS number
  FROM improvement
 WHERE contract_id = $1
