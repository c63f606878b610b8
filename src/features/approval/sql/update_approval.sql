UPDATE approval
   SET state = $4, turn = $5, step = $6, conditions = $7, settled_at = $8, begins_at = $9, version = version + 1
 WHERE contract_id = $1 AND id = $2 AND version = $3
