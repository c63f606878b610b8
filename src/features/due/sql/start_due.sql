INSERT INTO due (contract_id, id, kind, subject_kind, subject_id, number, title, side, person_id, starts_at, half_at,
                 near_at, due_at, guide, told, next_at, stopped_at, outcome)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0, $11, NULL, '')
ON CONFLICT (contract_id, kind, subject_kind, subject_id) WHERE stopped_at IS NULL
DO UPDATE SET number = excluded.number, title = excluded.title, side = excluded.side, person_id = excluded.person_id,
              starts_at = excluded.starts_at, half_at = excluded.half_at, near_at = excluded.near_at,
              due_at = excluded.due_at, guide = excluded.guide, told = 0, next_at = excluded.next_at
