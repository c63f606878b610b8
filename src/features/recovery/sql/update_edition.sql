UPDATE recovery_edition
   SET state = $4, last_on = $5, released_on = $6, version = version + 1
 WHERE contract_id = $1 AND id = $2 AND version = $3
