UPDATE setup_link SET used_at = $1 WHERE purpose = 'first_administrator' AND used_at IS NULL
