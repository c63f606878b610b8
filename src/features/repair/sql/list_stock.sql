-- planned anew: what stands on a day is nearly all of the contract or nearly nothing
SELECT device.class AS device_class, device.model,
       CAST(SUM(CASE WHEN placement.used_as = 'in_service' THEN 1 ELSE 0 END) AS INTEGER) AS in_service,
       CAST(SUM(CASE WHEN placement.used_as = 'spare' THEN 1 ELSE 0 END) AS INTEGER) AS spares,
       CAST(SUM(CASE WHEN repair.id IS NULL THEN 0 ELSE 1 END) AS INTEGER) AS in_chain
  FROM placement
  JOIN device ON device.contract_id = placement.contract_id AND device.id = placement.device_id
  LEFT JOIN repair
    ON repair.contract_id = placement.contract_id AND repair.device_id = placement.device_id
   AND repair.state <> 'spare' AND repair.state <> 'handed_over' AND repair.state <> 'disposed'
 WHERE placement.contract_id = $1 AND placement.begins_on <= $2 AND placement.ends_on > $2 AND device.listed = 1
   AND placement.used_as <> 'retired'
 GROUP BY device.class, device.model
 ORDER BY device.class, device.model
