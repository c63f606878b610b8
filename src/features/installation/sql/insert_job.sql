INSERT INTO installation (contract_id, id, number, kind, state, site_id, planned_on, request_id, instruction, medium,
                          agreement, lent_on, due_back, note, last_on, entered_by, entered_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, NULL, $15, $16, 1)
