DELETE FROM session WHERE started_at <= $1 OR last_seen_at <= $2
