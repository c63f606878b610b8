-- planned anew: how much of the register a day, a site and words leave differs by thousands
SELECT placement.site_id, device.division, device.class, device.kind, COALESCE(renewed.model, device.model) AS model,
       COALESCE(renewed.generation, device.generation) AS generation, placement.used_as, placement.keeper,
       COUNT(*) AS units, SUM(CASE WHEN device.known = 'assumption' THEN 1 ELSE 0 END) AS assumed
  FROM placement
  JOIN device ON device.contract_id = placement.contract_id AND device.id = placement.device_id
  LEFT JOIN unit_generation AS renewed
    ON renewed.contract_id = placement.contract_id AND renewed.device_id = placement.device_id
   AND renewed.begins_on <= $2 AND renewed.ends_on > $2
 WHERE placement.contract_id = $1 AND placement.begins_on <= $2 AND placement.ends_on > $2
   AND device.listed = 1
 GROUP BY placement.site_id, device.division, device.class, device.kind, COALESCE(renewed.model, device.model),
          COALESCE(renewed.generation, device.generation), placement.used_as, placement.keeper
 ORDER BY device.division, device.class, device.kind, COALESCE(renewed.model, device.model), placement.site_id,
          COALESCE(renewed.generation, device.generation), placement.used_as, placement.keeper
