INSERT INTO recovery_application (contract_id, edition_id, device_id, on_day, person, entered_by, entered_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (contract_id, edition_id, device_id) DO UPDATE
   SET on_day = excluded.on_day, person = excluded.person, entered_by = excluded.entered_by,
       entered_at = excluded.entered_at
