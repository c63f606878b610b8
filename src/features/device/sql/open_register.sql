INSERT INTO placement (contract_id, device_id, begins_on, ends_on, site_id, place, used_as, keeper)
SELECT device.contract_id, device.id, contract.starts_on, '9999-12-31', device.site_id, '', device.status,
       CASE WHEN site.excluded = 1 AND device.status <> 'spare' THEN 'city' ELSE 'contractor' END
  FROM device
  JOIN contract ON contract.id = device.contract_id
  LEFT JOIN site ON site.contract_id = device.contract_id AND site.id = device.site_id
 WHERE device.contract_id = $1 AND device.listed = 1
   AND NOT EXISTS (SELECT 1 FROM placement
                    WHERE placement.contract_id = device.contract_id AND placement.device_id = device.id)
