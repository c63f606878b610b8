SELECT begins_on, ends_on, site_id, place, used_as, keeper
  FROM placement
 WHERE contract_id = $1 AND device_id = $2
 ORDER BY begins_on
