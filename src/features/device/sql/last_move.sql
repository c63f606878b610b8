SELECT MAX(movement.entered_at) AS entered_at
  FROM movement
  JOIN device ON device.contract_id = movement.contract_id AND device.id = movement.device_id
 WHERE movement.contract_id = $1 AND device.division = $2
