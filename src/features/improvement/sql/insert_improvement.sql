INSERT INTO improvement (contract_id, id, number, state, is_open, ground, ground_id, ground_name, device_class, as_of,
                         months, finding_ja, finding_en, title, problem, measure, aim, person, due_on, continues_id,
                         accepts, decided_by, decision, decision_entered_by, started_by, evaluation, goes_on,
                         concluded_by, conclusion, withdrawn, proposed_by, proposed_at, version)
VALUES ($1, $2, $3, 'proposed', 1, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, 0, '', '', '',
        '', '', 0, '', '', '', $19, $20, 1)
