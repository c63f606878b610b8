{{unit}}
 WHERE device.contract_id = $1 AND device.listed = 1 AND device.id = $3
