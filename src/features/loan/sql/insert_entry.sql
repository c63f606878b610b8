INSERT INTO loan_entry
      (contract_id, loan_id, id, act, on_day, person, place, in_order, permission, note, entered_by, entered_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
