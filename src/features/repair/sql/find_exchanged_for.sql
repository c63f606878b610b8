SELECT other.device_id
  FROM movement
  JOIN movement AS other
    ON other.contract_id = movement.contract_id AND other.act = movement.act AND other.device_id <> movement.device_id
 WHERE movement.contract_id = $1 AND movement.device_id = $2 AND movement.cause = 'exchange'
   AND movement.used_as = 'repair'
 ORDER BY movement.moved_on DESC, movement.id DESC
 LIMIT 1
