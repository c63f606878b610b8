UPDATE medium_check
   SET finished_at = $4, tool = $5, definitions_on = $6, verdict = $7
 WHERE contract_id = $1 AND medium_id = $2 AND id = $3
