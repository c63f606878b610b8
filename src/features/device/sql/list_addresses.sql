SELECT begins_on, ends_on, address
  FROM unit_address
 WHERE contract_id = $1 AND device_id = $2
 ORDER BY begins_on
