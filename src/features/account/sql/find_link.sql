SELECT id, purpose, person_id, created_at, expires_at, used_at FROM setup_link WHERE id = $1
