SELECT device.id, device.number, device.class, device.kind, device.model, device.type_number, device.division,
       device.generation, device.known, device.pair_unit, device.remarks
  FROM register_act_unit
  JOIN device ON device.contract_id = register_act_unit.contract_id AND device.id = register_act_unit.device_id
 WHERE register_act_unit.contract_id = $1 AND register_act_unit.act_id = $2
