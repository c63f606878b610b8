UPDATE unit_part
   SET kind = $4, model = $5, serial = $6, begins_on = $7, ends_on = $8, version = version + 1
 WHERE contract_id = $1 AND id = $2 AND version = $3
