{{drill}}
 WHERE contract_id = $1
   AND ($2 = '' OR site_id = $2)
   AND ($3 = '' OR kind = $3)
   AND ($4 = '' OR held_on >= $4)
   AND ($5 = '' OR held_on <= $5)
   AND ($6 = '' OR EXISTS (SELECT 1
                             FROM drill_attendee
                            WHERE drill_attendee.contract_id = drill.contract_id
                              AND drill_attendee.drill_id = drill.id AND drill_attendee.search_key LIKE $6 ESCAPE '!'))
   AND ($7 = '' OR (held_on, id) < ($7, $8))
   AND ($9 = 1 OR site_id IN ($11))
 ORDER BY held_on DESC, id DESC
 LIMIT $10
