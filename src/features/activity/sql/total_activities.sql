SELECT work_type, COUNT(*) AS activities, CAST(SUM(hours_tenths) AS INTEGER) AS tenths
  FROM activity
 WHERE contract_id = $1
   AND cancelled_at IS NULL
   AND ($2 = '' OR work_type = $2)
   AND ($3 = '' OR done_on >= $3)
   AND ($4 = '' OR done_on <= $4)
   AND ($5 = '' OR search_key LIKE $5 ESCAPE '!')
 GROUP BY work_type
 ORDER BY work_type
