SELECT MIN(found_on) AS first_day, MAX(found_on) AS last_day
  FROM visit_finding
 WHERE contract_id = $1 AND visit_id = $2 AND taken_back = ''
