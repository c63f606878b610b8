SELECT month
  FROM incident_month_case
 WHERE contract_id = $1 AND incident_id = $2 AND state = 'closed'
 ORDER BY month DESC
 LIMIT 1
