INSERT INTO recovery_master (contract_id, family, model, device_id, note, version)
VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (contract_id, family, model) DO UPDATE
   SET device_id = excluded.device_id, note = excluded.note, version = excluded.version
