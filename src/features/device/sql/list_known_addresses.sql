SELECT unit_address.device_id, device.number, unit_address.begins_on, unit_address.ends_on, unit_address.address
  FROM unit_address
  JOIN device ON device.contract_id = unit_address.contract_id AND device.id = unit_address.device_id
 WHERE unit_address.contract_id = $1
 ORDER BY unit_address.device_id, unit_address.begins_on
