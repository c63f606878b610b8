{{unit}}
 WHERE device.contract_id = $1 AND device.listed = 1 AND device.class = $3
 ORDER BY device.number, device.id
