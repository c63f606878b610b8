SELECT visit_tick.item, visit_tick.device_id, visit_tick.ticked_by, visit_tick.ticked_at,
       device.number AS device_number, device.model AS device_model
  FROM visit_tick
  LEFT JOIN device ON device.contract_id = visit_tick.contract_id AND device.id = visit_tick.device_id
 WHERE visit_tick.contract_id = $1 AND visit_tick.visit_id = $2
 ORDER BY visit_tick.ticked_at, visit_tick.item
