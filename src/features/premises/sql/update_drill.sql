UPDATE drill
   SET site_id = $4, held_on = $5, kind = $6, asked = $7, result = $8, version = version + 1
 WHERE contract_id = $1 AND id = $2 AND version = $3
