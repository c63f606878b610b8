INSERT INTO question (contract_id, id, number, subject_kind, request_id, procedure_id, subject_label, title, state,
                      text, answer, change, asked_by, asked_by_name, asked_at, answered_by_name, answered_at, closed_at,
                      turn_since, rounds, search_key, version, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, 1, $22)
