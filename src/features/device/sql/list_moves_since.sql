SELECT movement.device_id, movement.entered_by
  FROM register_act_unit
  JOIN movement
    ON movement.contract_id = register_act_unit.contract_id AND movement.device_id = register_act_unit.device_id
  LEFT JOIN register_act AS later ON later.contract_id = movement.contract_id AND later.id = movement.act
 WHERE register_act_unit.contract_id = $1 AND register_act_unit.act_id = $2
   AND movement.act <> $2 AND movement.entered_at >= $3 AND later.undone_at IS NULL
 ORDER BY movement.entered_at, movement.id
