INSERT INTO setup_link (id, purpose, person_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)
