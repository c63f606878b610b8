INSERT INTO calendar_feed (contract_id, person_id, id, secret_sha256, created_at, fetched_at)
VALUES ($1, $2, $3, $4, $5, NULL)
    ON CONFLICT (contract_id, person_id) DO UPDATE
    SET id = excluded.id, secret_sha256 = excluded.secret_sha256, created_at = excluded.created_at, fetched_at = NULL
