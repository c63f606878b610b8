-- planned anew: what stands on a day is nearly all of the contract or nearly nothing
SELECT retired.device_id, MIN(device.number) AS holder
  FROM placement AS retired
  JOIN unit_detail AS own ON own.contract_id = retired.contract_id AND own.device_id = retired.device_id
  JOIN unit_detail AS other
    ON other.contract_id = own.contract_id AND other.serial_key = own.serial_key AND other.device_id <> own.device_id
  JOIN placement AS standing
    ON standing.contract_id = other.contract_id AND standing.device_id = other.device_id
   AND standing.ends_on = '9999-12-31' AND standing.used_as <> 'retired'
  JOIN device ON device.contract_id = other.contract_id AND device.id = other.device_id
 WHERE retired.contract_id = $1 AND retired.begins_on <= $2 AND retired.ends_on > $2
   AND retired.used_as = 'retired' AND own.serial_key <> ''
 GROUP BY retired.device_id
