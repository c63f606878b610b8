{{improvement}}
 WHERE contract_id = $1 AND is_open = 1
   AND ($2 = '' OR ground = $2)
   AND ($3 = '' OR ground_id = $3)
   AND ($4 = 0 OR number < $4)
 ORDER BY number DESC
 LIMIT $5
