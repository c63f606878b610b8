INSERT INTO repair_step (contract_id, repair_id, id, act, on_day, person, place, finding, detail, attendee, reason,
                         certificate_id, entered_by, entered_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
