UPDATE start_duty
   SET closed_at = $4
 WHERE contract_id = $1 AND start_id = $2 AND gate = $3 AND closed_at IS NULL
