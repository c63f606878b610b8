SELECT movement.id, movement.act, movement.device_id, device.number, device.model, movement.moved_on, movement.cause,
       movement.from_site_id, before.name AS from_site_name, movement.from_place, movement.from_used_as,
       movement.from_keeper, movement.site_id, after.name AS site_name, movement.place, movement.used_as,
       movement.keeper, movement.request_id, work_request.number AS request_number, movement.note,
       movement.entered_by, movement.entered_at, movement.planned_on, movement.incident_id,
       movement.incident_number
  FROM movement
  JOIN device ON device.contract_id = movement.contract_id AND device.id = movement.device_id
  LEFT JOIN site AS before ON before.contract_id = movement.contract_id AND before.id = movement.from_site_id
  LEFT JOIN site AS after ON after.contract_id = movement.contract_id AND after.id = movement.site_id
  LEFT JOIN work_request
    ON work_request.contract_id = movement.contract_id AND work_request.id = movement.request_id
 WHERE movement.contract_id = $1
   AND movement.moved_on >= $6 AND movement.moved_on <= $7
   AND ($2 = '' OR movement.device_id = $2)
   AND ($3 = '' OR (movement.moved_on, movement.id) < ($3, $4))
   AND ($8 = '' OR movement.site_id = $8 OR movement.from_site_id = $8)
   AND ($9 = '' OR device.class = $9)
   AND ($10 = '' OR COALESCE(device.search_key, LOWER(device.number || ' ' || device.kind || ' ' || device.model))
                    LIKE $10 ESCAPE '!')
   AND ($11 = '' OR movement.cause = $11)
   AND ($12 = '' OR movement.entered_by = $12)
   -- A day of Japan ends at 15 o'clock of the instants, which are text in UTC.
   AND ($13 = '' OR ($13 = 'planned' AND movement.planned_on IS NOT NULL)
        OR ($13 = 'after_plan' AND movement.moved_on > movement.planned_on)
        OR ($13 = 'entered_later' AND movement.entered_at >= movement.moved_on || 'T15'))
 ORDER BY movement.moved_on DESC, movement.id DESC
 LIMIT $5
