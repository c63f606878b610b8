SELECT unit_detail.device_id, device.number, unit_detail.serial, unit_detail.bought_on, unit_detail.warranty_ends_on,
       unit_detail.wire, unit_detail.spare_key, unit_detail.medium_edition, unit_detail.version,
       CASE WHEN EXISTS (SELECT 1
                           FROM placement
                          WHERE placement.contract_id = unit_detail.contract_id
                            AND placement.device_id = unit_detail.device_id
                            AND placement.ends_on = '9999-12-31' AND placement.used_as <> 'retired')
            THEN 1 ELSE 0 END AS stands
  FROM unit_detail
  JOIN device ON device.contract_id = unit_detail.contract_id AND device.id = unit_detail.device_id
 WHERE unit_detail.contract_id = $1
