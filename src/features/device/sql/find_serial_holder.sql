SELECT device.number
  FROM unit_detail
  JOIN device ON device.contract_id = unit_detail.contract_id AND device.id = unit_detail.device_id
  JOIN placement
    ON placement.contract_id = device.contract_id AND placement.device_id = device.id
   AND placement.begins_on <= $4 AND placement.ends_on > $4 AND placement.used_as <> 'retired'
 WHERE unit_detail.contract_id = $1 AND unit_detail.device_id <> $2 AND unit_detail.serial_key = $3
 ORDER BY device.number
 LIMIT 1
