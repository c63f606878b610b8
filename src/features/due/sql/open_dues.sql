SELECT contract_id, id, kind, subject_kind, subject_id, number, title, side, person_id, starts_at, half_at, near_at,
       due_at, guide
  FROM due
 WHERE contract_id = $1
   AND stopped_at IS NULL
   AND ($2 = '' OR side = $2)
   AND ($3 = '' OR (subject_kind = $3 AND subject_id = $4))
 ORDER BY due_at, id
 LIMIT $5
