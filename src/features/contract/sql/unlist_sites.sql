UPDATE site
   SET listed = 0
 WHERE contract_id = $1 AND entered = 0
