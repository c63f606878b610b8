{{edition}}
 WHERE recovery_edition.contract_id = $1
   AND ($2 = '' OR (recovery_edition.planned_on, recovery_edition.entered_at, recovery_edition.id) < ($2, $3, $4))
 ORDER BY recovery_edition.planned_on DESC, recovery_edition.entered_at DESC, recovery_edition.id DESC
 LIMIT $5
