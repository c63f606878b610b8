SELECT generation, act, planned_from, planned_to, reason, entered_by, entered_at
  FROM renewal_plan
 WHERE contract_id = $1 AND device_id = $2
 ORDER BY generation, number
