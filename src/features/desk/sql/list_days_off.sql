SELECT desk, day, reason, entered_by, entered_at
  FROM desk_day_off
 WHERE contract_id = $1
 ORDER BY desk, day
 LIMIT $2
