{{register}}
 ORDER BY device.number, device.id
 LIMIT $10
