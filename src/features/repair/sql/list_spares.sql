-- planned anew: what stands on a day is nearly all of the contract or nearly nothing
SELECT device.class AS device_class, device.model, placement.site_id, site.name AS site_name, placement.place,
       COUNT(*) AS units
  FROM placement
  JOIN device ON device.contract_id = placement.contract_id AND device.id = placement.device_id
  LEFT JOIN site ON site.contract_id = placement.contract_id AND site.id = placement.site_id
 WHERE placement.contract_id = $1 AND placement.begins_on <= $2 AND placement.ends_on > $2 AND device.listed = 1
   AND placement.used_as = 'spare'
 GROUP BY device.class, device.model, placement.site_id, site.name, placement.place
 ORDER BY device.class, device.model, units DESC, site.name, placement.place
