SELECT placement.device_id, placement.site_id, placement.used_as
  FROM placement
 WHERE placement.contract_id = $1 AND placement.ends_on = '9999-12-31'
   AND EXISTS (SELECT 1 FROM movement
                WHERE movement.contract_id = placement.contract_id AND movement.device_id = placement.device_id)
