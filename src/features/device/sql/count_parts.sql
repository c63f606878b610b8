SELECT unit_part.kind, device.division, device.class, placement.used_as, placement.keeper, COUNT(*) AS parts
  FROM unit_part
  JOIN device ON device.contract_id = unit_part.contract_id AND device.id = unit_part.device_id
  JOIN placement ON placement.contract_id = unit_part.contract_id AND placement.device_id = unit_part.device_id
   AND placement.begins_on <= $2 AND placement.ends_on > $2
 WHERE unit_part.contract_id = $1 AND unit_part.begins_on <= $2 AND unit_part.ends_on > $2
   AND device.listed = 1
 GROUP BY unit_part.kind, device.division, device.class, placement.used_as, placement.keeper
 ORDER BY unit_part.kind, device.division, device.class, placement.used_as, placement.keeper
