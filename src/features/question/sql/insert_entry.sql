INSERT INTO question_entry (contract_id, id, question_id, kind, side, person_id, person_name, at, text, change, oral_at,
                            oral_with, minor)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
