SELECT id
  FROM controlled_room
 WHERE contract_id = $1 AND site_id = $2 AND name = $3 AND closed_on IS NULL
