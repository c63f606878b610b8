INSERT INTO medium_movement (contract_id, medium_id, id, move, at, person, place, note, entered_by, entered_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
