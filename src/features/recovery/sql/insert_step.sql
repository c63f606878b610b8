INSERT INTO recovery_step (contract_id, edition_id, id, act, on_day, person, note, entered_by, entered_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
