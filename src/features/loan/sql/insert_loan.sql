INSERT INTO loan
      (contract_id, id, number, kind, title, lent_by, lent_to, holder, storage_place, lent_on, due_back, returned_on,
       returned_to, state, checked_on, next_check_on, note, search_key, entered_by, entered_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, 1)
ON CONFLICT DO NOTHING
