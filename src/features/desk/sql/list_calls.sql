{{call}}
 WHERE contract_id = $1
   AND ($2 = '' OR closed = 0)
   AND ($3 = '' OR desk = $3)
   AND ($4 = '' OR device_id = $4)
   AND ($5 = '' OR incident = $5)
   AND ($6 = '' OR search_key LIKE $6 ESCAPE '!')
   AND ($7 = '' OR (reached_at, id) < ($7, $8))
 ORDER BY reached_at DESC, id DESC
 LIMIT $9
