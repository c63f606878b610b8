SELECT id, act, on_day, person, medium, note, entered_by, entered_at
  FROM installation_step
 WHERE contract_id = $1 AND installation_id = $2
 ORDER BY on_day, id
 LIMIT 100
