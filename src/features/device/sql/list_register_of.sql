{{register}}
   AND placement.site_id IN ($11)
 ORDER BY device.number, device.id
 LIMIT $10
