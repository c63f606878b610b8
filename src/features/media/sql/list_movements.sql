SELECT id, move, at, person, place, note, entered_by, entered_at
  FROM medium_movement
 WHERE contract_id = $1 AND medium_id = $2
 ORDER BY at DESC, id DESC
 LIMIT 200
