SELECT id, act, on_day, person, place, finding, detail, attendee, reason, certificate_id, entered_by, entered_at
  FROM repair_step
 WHERE contract_id = $1 AND repair_id = $2
 ORDER BY on_day, id
 LIMIT 200
