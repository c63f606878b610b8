SELECT device.division, site.number AS site_number, placement.used_as, placement.keeper, COUNT(*) AS units
  FROM placement
  JOIN device ON device.contract_id = placement.contract_id AND device.id = placement.device_id
  LEFT JOIN site ON site.contract_id = placement.contract_id AND site.id = placement.site_id
 WHERE placement.contract_id = $1 AND placement.begins_on <= $2 AND placement.ends_on > $2
   AND placement.used_as <> 'retired' AND device.listed = 1
 GROUP BY device.division, site.number, placement.used_as, placement.keeper
 ORDER BY device.division
