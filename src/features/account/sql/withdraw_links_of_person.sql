UPDATE setup_link SET used_at = $2 WHERE person_id = $1 AND used_at IS NULL
