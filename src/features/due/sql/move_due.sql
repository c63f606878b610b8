UPDATE due
   SET number = $3, title = $4, starts_at = $5, half_at = $6, near_at = $7, due_at = $8, guide = $9, told = 0,
       next_at = $6
 WHERE contract_id = $1 AND id = $2 AND stopped_at IS NULL
