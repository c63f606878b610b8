SELECT device.class AS device_class, device.model, SUBSTR(movement.moved_on, 1, 7) AS month, COUNT(*) AS swaps
  FROM movement
  JOIN device ON device.contract_id = movement.contract_id AND device.id = movement.device_id
 WHERE movement.contract_id = $1 AND movement.moved_on >= $2 AND movement.moved_on <= $3
   AND movement.cause = 'exchange' AND movement.used_as = 'in_service'
 GROUP BY device.class, device.model, SUBSTR(movement.moved_on, 1, 7)
 ORDER BY device.class, device.model, month
