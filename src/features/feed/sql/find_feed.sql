SELECT id, contract_id, person_id, created_at, fetched_at
  FROM calendar_feed
 WHERE contract_id = $1 AND person_id = $2
