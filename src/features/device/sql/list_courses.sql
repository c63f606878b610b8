SELECT device_id, begins_on, ends_on, site_id, place, used_as, keeper
  FROM placement
 WHERE contract_id = $1
 ORDER BY device_id, begins_on
