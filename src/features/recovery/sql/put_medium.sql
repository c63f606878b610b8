INSERT INTO recovery_medium (contract_id, medium_id, edition_id, written_at)
VALUES ($1, $2, $3, $4)
    ON CONFLICT (contract_id, medium_id) DO UPDATE
   SET edition_id = excluded.edition_id, written_at = excluded.written_at
