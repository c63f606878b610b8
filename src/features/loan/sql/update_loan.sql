UPDATE loan
   SET title = $4, lent_by = $5, lent_to = $6, holder = $7, storage_place = $8, due_back = $9, returned_on = $10,
       returned_to = $11, state = $12, checked_on = $13, next_check_on = $14, note = $15, search_key = $16,
       version = version + 1
 WHERE contract_id = $1 AND id = $2 AND version = $3
