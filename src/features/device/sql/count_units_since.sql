SELECT placement.site_id, COUNT(DISTINCT placement.device_id) AS units
  FROM placement
  JOIN device ON device.contract_id = placement.contract_id AND device.id = placement.device_id AND device.listed = 1
 WHERE placement.contract_id = $1 AND placement.ends_on > $2 AND placement.site_id IS NOT NULL
   AND placement.used_as <> 'retired'
 GROUP BY placement.site_id
