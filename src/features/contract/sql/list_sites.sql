SELECT site.id, site.number, site.name, site.address, site.departments, site.planned, site.excluded, site.remarks,
       site.aliases, COUNT(device.id) AS device_count
  FROM site
  LEFT JOIN device ON device.contract_id = site.contract_id AND device.site_id = site.id AND device.listed = 1
 WHERE site.contract_id = $1 AND site.listed = 1
 GROUP BY site.contract_id, site.id
 ORDER BY site.number
