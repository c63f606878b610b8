SELECT contract_id, id, number, kind, title, lent_by, lent_to, holder, storage_place, lent_on, due_back,
       returned_on, returned_to,
       state, checked_on, next_check_on, note, entered_by, entered_at, version
  FROM loan
 WHERE contract_id = $1 AND id = $2
