SELECT CAST(COALESCE(SUM(CASE WHEN out_at IS NULL THEN 1 ELSE 0 END), 0) AS INTEGER) AS inside, MAX(in_at) AS last_in
  FROM entry_record
 WHERE contract_id = $1 AND room_id = $2 AND withdrawn = 0
