SELECT id, login, name, disabled_at, password_hash, failures, failed_at, locked_until
  FROM person
 WHERE login_key = $1
