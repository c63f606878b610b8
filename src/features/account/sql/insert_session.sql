INSERT INTO session (id, person_id, started_at, last_seen_at) VALUES ($1, $2, $3, $3)
