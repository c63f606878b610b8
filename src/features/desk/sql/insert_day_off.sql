INSERT INTO desk_day_off (contract_id, desk, day, reason, entered_by, entered_at)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT DO NOTHING
