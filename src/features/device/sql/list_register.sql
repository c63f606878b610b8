-- planned anew: how much of the register a day, a site and words leave differs by thousands
{{register}}
 ORDER BY device.number, device.id
 LIMIT $10
