UPDATE visit
   SET purpose = $4, planned_from = $5, planned_until = $6, told = $7, state = $8, arrived_at = $9, started_at = $10,
       departed_at = $11, unticked_reason = $12, result = $13, called_off = $14, search_key = $15,
       version = version + 1
 WHERE contract_id = $1 AND id = $2 AND version = $3
