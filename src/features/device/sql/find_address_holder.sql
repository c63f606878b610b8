SELECT device.number
  FROM unit_address
  JOIN device ON device.contract_id = unit_address.contract_id AND device.id = unit_address.device_id
  JOIN placement
    ON placement.contract_id = unit_address.contract_id AND placement.device_id = unit_address.device_id
   AND placement.begins_on < unit_address.ends_on AND placement.ends_on > unit_address.begins_on
   AND placement.begins_on < $5 AND placement.ends_on > $4
   AND placement.used_as <> 'retired'
 WHERE unit_address.contract_id = $1 AND unit_address.device_id <> $2 AND unit_address.address = $3
   AND unit_address.begins_on < $5 AND unit_address.ends_on > $4
 ORDER BY unit_address.begins_on, device.number
 LIMIT 1
