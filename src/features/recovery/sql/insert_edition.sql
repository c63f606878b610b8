INSERT INTO recovery_edition (contract_id, id, family, model, number, name, origin, state, changes, request_id,
                              instruction, agreement, planned_on, last_on, released_on, note, entered_by, entered_at,
                              version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, 1)
