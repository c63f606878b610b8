SELECT contract_id, id, kind, subject_kind, subject_id, number, title, side, person_id, starts_at, half_at, near_at,
       due_at, guide
  FROM due
 WHERE next_at <= $1 AND next_at IS NOT NULL
 ORDER BY next_at, contract_id, id
 LIMIT $2
