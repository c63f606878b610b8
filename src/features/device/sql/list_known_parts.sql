SELECT unit_part.device_id, device.number, unit_part.id, unit_part.kind, unit_part.model, unit_part.serial,
       unit_part.begins_on, unit_part.ends_on, unit_part.version
  FROM unit_part
  JOIN device ON device.contract_id = unit_part.contract_id AND device.id = unit_part.device_id
 WHERE unit_part.contract_id = $1
 ORDER BY unit_part.device_id, unit_part.begins_on, unit_part.id
