UPDATE person SET password_hash = $2, failures = 0, failed_at = NULL, locked_until = NULL WHERE id = $1
