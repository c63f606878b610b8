{{licence}}
 WHERE licence.contract_id = $1
   AND ($2 = 'all'
        OR ($2 = 'ended' AND (licence.ended_on IS NOT NULL OR licence.valid_until < $4))
        OR ($2 = 'in_force' AND licence.ended_on IS NULL AND (licence.valid_until IS NULL OR licence.valid_until >= $4))
        OR ($2 = 'ending' AND licence.ended_on IS NULL AND licence.valid_until >= $4 AND licence.valid_until <= $5))
   AND ($3 = '' OR licence.search_key LIKE $3 ESCAPE '!')
   AND ($6 = '' OR licence.number > (SELECT number FROM licence WHERE contract_id = $1 AND id = $6))
 ORDER BY licence.number
 LIMIT $7
