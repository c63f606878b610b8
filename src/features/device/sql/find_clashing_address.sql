SELECT device.number, other_device.number AS other, unit_address.address AS text
  FROM unit_address
  JOIN unit_address AS other
    ON other.contract_id = unit_address.contract_id AND other.address = unit_address.address
   AND other.device_id > unit_address.device_id
   AND other.begins_on < unit_address.ends_on AND other.ends_on > unit_address.begins_on
  JOIN device ON device.contract_id = unit_address.contract_id AND device.id = unit_address.device_id
  JOIN device AS other_device ON other_device.contract_id = other.contract_id AND other_device.id = other.device_id
 WHERE unit_address.contract_id = $1 AND unit_address.address <> ''
 LIMIT 1
