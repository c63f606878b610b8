INSERT INTO register_act (contract_id, id, kind, name, reason, units, events_before, person_id, person_name, done_at,
                          undone_at, undone_by, undone_by_name, undone_reason, reference_day, units_before)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, NULL, '', '', '', $11, $12)
