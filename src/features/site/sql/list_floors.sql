SELECT id, name, plan_id, plan_name, plan_width, plan_height
  FROM site_floor
 WHERE contract_id = $1 AND site_id = $2
 ORDER BY place
