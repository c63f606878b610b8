INSERT INTO on_call_shift
      (contract_id, id, from_at, until_at, person, phone, rank, note, entered_by, entered_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)
