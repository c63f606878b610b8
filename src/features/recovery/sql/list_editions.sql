{{edition}}
 WHERE recovery_edition.contract_id = $1
 ORDER BY recovery_edition.planned_on DESC, recovery_edition.entered_at DESC, recovery_edition.id DESC
 LIMIT 1000
