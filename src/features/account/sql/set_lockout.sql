UPDATE person SET failures = $2, failed_at = $3, locked_until = $4 WHERE id = $1
