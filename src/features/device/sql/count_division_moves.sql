SELECT device.division, COUNT(*) AS movements
  FROM movement
  JOIN device ON device.contract_id = movement.contract_id AND device.id = movement.device_id
 WHERE movement.contract_id = $1
 GROUP BY device.division
