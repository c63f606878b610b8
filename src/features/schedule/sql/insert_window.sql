INSERT INTO work_window (contract_id, id, request_id, starts_at, ends_at, site_id, room, people, purpose, overtime,
                         after_the_fact, proposed_side, proposed_by, proposed_name, proposed_at, state, answer,
                         answered_by, answered_name, answered_at, approval_id, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, '', NULL, '', NULL, $17, 1)
