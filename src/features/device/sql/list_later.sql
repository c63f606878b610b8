-- planned anew: what stands on a day is nearly all of the contract or nearly nothing
SELECT device.number, placement.begins_on
  FROM placement
  JOIN device ON device.contract_id = placement.contract_id AND device.id = placement.device_id
 WHERE placement.contract_id = $1 AND placement.previous_ends_on IS NULL AND placement.begins_on > $2
