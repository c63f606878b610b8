SELECT sequence, goal,
       CAST(COALESCE((SELECT SUM(s.last) FROM search_series s WHERE s.contract_id = c.contract_id), 0) AS INTEGER)
           AS given
  FROM search_cursor c
 WHERE c.contract_id = $1
