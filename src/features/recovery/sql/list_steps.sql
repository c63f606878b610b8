SELECT id, act, on_day, person, note, entered_by, entered_at
  FROM recovery_step
 WHERE contract_id = $1 AND edition_id = $2
 ORDER BY entered_at, id
 LIMIT 200
