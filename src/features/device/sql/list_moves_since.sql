SELECT movement.device_id, movement.entered_by
  FROM movement
  LEFT JOIN register_act AS later ON later.contract_id = movement.contract_id AND later.id = movement.act
 WHERE movement.contract_id = $1 AND movement.act <> $2 AND movement.entered_at >= $3 AND later.undone_at IS NULL
 ORDER BY movement.entered_at, movement.id
