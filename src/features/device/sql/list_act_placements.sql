SELECT device_id, begins_on, ends_on, site_id, place, used_as, keeper
  FROM register_act_placement
 WHERE contract_id = $1 AND act_id = $2
 ORDER BY device_id, begins_on
