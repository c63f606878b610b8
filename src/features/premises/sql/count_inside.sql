SELECT room_id, COUNT(*) AS inside
  FROM entry_record
 WHERE contract_id = $1 AND out_at IS NULL AND withdrawn = 0
 GROUP BY room_id
