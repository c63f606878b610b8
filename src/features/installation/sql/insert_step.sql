INSERT INTO installation_step (contract_id, installation_id, id, act, on_day, person, medium, note, entered_by,
                               entered_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
