UPDATE due
   SET stopped_at = $5, next_at = NULL, outcome = CASE WHEN $5 <= due_at THEN 'met' ELSE 'late' END
 WHERE contract_id = $1 AND kind = $2 AND subject_kind = $3 AND subject_id = $4 AND stopped_at IS NULL
