UPDATE stocktake
   SET closed_on = $4, closed_by = $5, version = version + 1
 WHERE contract_id = $1 AND id = $2 AND version = $3
