SELECT device.id, device.number, device.class, device.division, COALESCE(renewed.model, device.model) AS model,
       placement.used_as, site.name AS site_name, placement.place, unit_detail.medium_edition
  FROM device
  JOIN placement
    ON placement.contract_id = device.contract_id AND placement.device_id = device.id
   AND placement.begins_on <= $2 AND placement.ends_on > $2
  LEFT JOIN unit_generation AS renewed
    ON renewed.contract_id = device.contract_id AND renewed.device_id = device.id
   AND renewed.begins_on <= $2 AND renewed.ends_on > $2
  LEFT JOIN unit_detail ON unit_detail.contract_id = device.contract_id AND unit_detail.device_id = device.id
  LEFT JOIN site ON site.contract_id = placement.contract_id AND site.id = placement.site_id
