UPDATE person SET name = $3, language = $4, administrator = $5, disabled_at = $6, mail = $7, version = version + 1
 WHERE id = $1 AND version = $2
