SELECT contract_id, id, number, kind, title, lent_by, lent_to, holder, storage_place, lent_on, due_back,
       returned_on, returned_to,
       state, checked_on, next_check_on, note, entered_by, entered_at, version
  FROM loan
 WHERE contract_id = $1
   AND ($2 = '' OR kind = $2)
   AND ($3 = '' OR state = $3 OR ($3 = 'open' AND state <> 'returned'))
   AND ($4 = '' OR search_key LIKE $4 ESCAPE '!')
   AND ($5 = '' OR (number, id) > (SELECT number, id FROM loan WHERE contract_id = $1 AND id = $5))
 ORDER BY number, id
 LIMIT $6
