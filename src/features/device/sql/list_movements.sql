SELECT movement.id, movement.act, movement.device_id, device.number, device.model, movement.moved_on, movement.cause,
       movement.from_site_id, before.name AS from_site_name, movement.from_place, movement.from_used_as,
       movement.from_keeper, movement.site_id, after.name AS site_name, movement.place, movement.used_as,
       movement.keeper, movement.request_id, work_request.number AS request_number, movement.note,
       movement.entered_by, movement.entered_at, movement.planned_on
  FROM movement
  JOIN device ON device.contract_id = movement.contract_id AND device.id = movement.device_id
  LEFT JOIN site AS before ON before.contract_id = movement.contract_id AND before.id = movement.from_site_id
  LEFT JOIN site AS after ON after.contract_id = movement.contract_id AND after.id = movement.site_id
  LEFT JOIN work_request
    ON work_request.contract_id = movement.contract_id AND work_request.id = movement.request_id
 WHERE movement.contract_id = $1
   AND ($2 = '' OR movement.device_id = $2)
   AND ($3 = '' OR (movement.moved_on, movement.id) < ($3, $4))
 ORDER BY movement.moved_on DESC, movement.id DESC
 LIMIT $5
