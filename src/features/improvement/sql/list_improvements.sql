{{improvement}}
 WHERE contract_id = $1
   AND ($2 = '' OR state = $2)
   AND ($3 = '' OR ground = $3)
   AND ($4 = '' OR ground_id = $4)
   AND ($5 = 0 OR number < $5)
 ORDER BY number DESC
 LIMIT $6
