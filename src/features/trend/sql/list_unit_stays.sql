SELECT placement.device_id, device.number, device.class, COALESCE(generation.model, device.model) AS model,
       placement.site_id, site.name AS site_name, placement.begins_on, placement.ends_on,
       generation.begins_on AS model_from, generation.ends_on AS model_to
  FROM placement
  JOIN device ON device.contract_id = placement.contract_id AND device.id = placement.device_id
  LEFT JOIN unit_generation AS generation
    ON generation.contract_id = placement.contract_id AND generation.device_id = placement.device_id
   AND generation.begins_on < placement.ends_on AND generation.ends_on > placement.begins_on
   AND generation.begins_on < $3 AND generation.ends_on > $2
  LEFT JOIN site ON site.contract_id = placement.contract_id AND site.id = placement.site_id
 WHERE placement.contract_id = $1 AND placement.used_as = 'in_service' AND placement.keeper = 'contractor'
   AND placement.begins_on < $3 AND placement.ends_on > $2 AND device.listed = 1
 LIMIT $4
