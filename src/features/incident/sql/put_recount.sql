INSERT INTO incident_recount (contract_id, calendars, counted_at)
VALUES ($1, $2, $3)
    ON CONFLICT (contract_id) DO UPDATE
   SET calendars = excluded.calendars, counted_at = excluded.counted_at
