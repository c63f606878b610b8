INSERT INTO column_mapping (contract_id, name_key, name, entered_by, entered_at)
VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (contract_id, name_key) DO UPDATE
   SET name = excluded.name, entered_by = excluded.entered_by, entered_at = excluded.entered_at
