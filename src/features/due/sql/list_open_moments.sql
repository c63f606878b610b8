SELECT id, kind, subject_id, due_at
  FROM due
 WHERE contract_id = $1 AND subject_kind = $2 AND stopped_at IS NULL AND subject_id >= $3 AND subject_id <= $4
