SELECT device.division, COUNT(*) AS units
  FROM placement
  JOIN device ON device.contract_id = placement.contract_id AND device.id = placement.device_id
 WHERE placement.contract_id = $1 AND placement.begins_on <= $2 AND placement.ends_on > $2
   AND placement.used_as <> 'retired' AND device.listed = 1
 GROUP BY device.division
 ORDER BY device.division
