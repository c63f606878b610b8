SELECT device.id, device.number, device.class, device.kind, device.model, device.type_number, device.division,
       device.generation, device.site_id, site.name AS site_name, device.status, device.known, device.pair_unit,
       device.remarks
  FROM device
  LEFT JOIN site ON site.contract_id = device.contract_id AND site.id = device.site_id
 WHERE device.contract_id = $1 AND device.id = $2 AND device.listed = 1
