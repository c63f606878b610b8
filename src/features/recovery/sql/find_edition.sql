{{edition}}
 WHERE recovery_edition.contract_id = $1 AND recovery_edition.id = $2
