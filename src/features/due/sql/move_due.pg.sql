UPDATE due
   SET number = moved.column3, title = moved.column4, starts_at = moved.column5, half_at = moved.column6,
       near_at = moved.column7, due_at = moved.column8, guide = CAST(moved.column9 AS BIGINT), told = 0,
       next_at = moved.column6
  FROM (VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)) AS moved
 WHERE due.contract_id = moved.column1 AND due.id = moved.column2 AND due.stopped_at IS NULL
