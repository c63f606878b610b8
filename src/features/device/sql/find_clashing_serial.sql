SELECT MIN(device.number) AS number, MAX(device.number) AS other, MIN(unit_detail.serial) AS text
  FROM unit_detail
  JOIN device ON device.contract_id = unit_detail.contract_id AND device.id = unit_detail.device_id
  JOIN placement
    ON placement.contract_id = unit_detail.contract_id AND placement.device_id = unit_detail.device_id
   AND placement.ends_on = '9999-12-31' AND placement.used_as <> 'retired'
 WHERE unit_detail.contract_id = $1 AND unit_detail.serial_key <> ''
 GROUP BY unit_detail.serial_key
HAVING COUNT(*) > 1
 LIMIT 1
