UPDATE controlled_room
   SET name = $4, floor = $5, procedure = $6, closed_on = $7, version = version + 1
 WHERE contract_id = $1 AND id = $2 AND version = $3
