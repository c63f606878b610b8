SELECT placement.site_id, device.division, device.class, device.kind, device.model, placement.used_as,
       placement.keeper, COUNT(*) AS units
  FROM placement
  JOIN device ON device.contract_id = placement.contract_id AND device.id = placement.device_id
 WHERE placement.contract_id = $1 AND placement.begins_on <= $2 AND placement.ends_on > $2
   AND device.listed = 1
 GROUP BY placement.site_id, device.division, device.class, device.kind, device.model, placement.used_as,
          placement.keeper
 ORDER BY device.division, device.class, device.kind, device.model, placement.site_id, placement.used_as,
          placement.keeper
