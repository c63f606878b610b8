UPDATE placement
   SET site_id = (SELECT site_id FROM device
                   WHERE device.contract_id = placement.contract_id AND device.id = placement.device_id),
       used_as = (SELECT status FROM device
                   WHERE device.contract_id = placement.contract_id AND device.id = placement.device_id),
       keeper = (SELECT CASE WHEN site.excluded = 1 AND device.status <> 'spare' THEN 'city' ELSE 'contractor' END
                   FROM device
                   LEFT JOIN site ON site.contract_id = device.contract_id AND site.id = device.site_id
                  WHERE device.contract_id = placement.contract_id AND device.id = placement.device_id)
 WHERE contract_id = $1 AND previous_ends_on IS NULL AND ends_on = '9999-12-31'
   AND EXISTS (SELECT 1 FROM device
                WHERE device.contract_id = placement.contract_id AND device.id = placement.device_id
                  AND device.listed = 1 AND device.entered = 0)
   AND NOT EXISTS (SELECT 1 FROM movement
                    WHERE movement.contract_id = placement.contract_id AND movement.device_id = placement.device_id)
