UPDATE desk_mark
   SET maintained = $4, note = $5, version = version + 1
 WHERE contract_id = $1 AND desk = $2 AND version = $3
