SELECT month
  FROM incident_month_case
 WHERE contract_id = $1 AND incident_id = $2
 ORDER BY month DESC
 LIMIT 1
