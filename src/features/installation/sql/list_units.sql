SELECT installation_unit.installation_id, installation_unit.device_id, installation_unit.place,
       installation_unit.address, device.number, device.kind, device.model,
       device.class
  FROM installation_unit
  JOIN device ON device.contract_id = installation_unit.contract_id AND device.id = installation_unit.device_id
 WHERE installation_unit.contract_id = $1 AND ($2 = '' OR installation_unit.installation_id = $2)
 ORDER BY installation_unit.installation_id, installation_unit.position
