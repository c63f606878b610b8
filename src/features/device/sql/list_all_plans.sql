SELECT device_id, act, planned_from, planned_to, reason, entered_by, entered_at
  FROM renewal_plan
 WHERE contract_id = $1 AND generation = $2
 ORDER BY device_id, number
