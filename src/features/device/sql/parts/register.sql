SELECT device.id, device.number, device.class, device.kind, COALESCE(renewed.model, device.model) AS model,
       COALESCE(renewed.type_number, device.type_number) AS type_number, device.division,
       COALESCE(renewed.generation, device.generation) AS generation, device.known, device.pair_unit, device.remarks,
       placement.begins_on, placement.ends_on, placement.site_id, site.number AS site_number,
       site.name AS site_name, placement.place, placement.used_as, placement.keeper
  FROM device
  JOIN placement
    ON placement.contract_id = device.contract_id AND placement.device_id = device.id
   AND placement.begins_on <= $2 AND placement.ends_on > $2
  LEFT JOIN unit_generation AS renewed
    ON renewed.contract_id = device.contract_id AND renewed.device_id = device.id
   AND renewed.begins_on <= $2 AND renewed.ends_on > $2
  LEFT JOIN site ON site.contract_id = placement.contract_id AND site.id = placement.site_id
 WHERE device.contract_id = $1 AND device.listed = 1
   AND ($3 = '' OR placement.site_id = $3)
   AND ($4 = '' OR device.class = $4)
   AND ($5 = '' OR device.division = $5)
   AND ($6 = '' OR placement.used_as = $6)
   AND ($7 = '' OR COALESCE(device.search_key, LOWER(device.number || ' ' || device.kind || ' ' || device.model))
                   || ' ' || LOWER(COALESCE(renewed.model, '')) || ' ' || LOWER(placement.place) LIKE $7 ESCAPE '!')
   AND ($8 = '' OR (device.number, device.id) > ($8, $9))
