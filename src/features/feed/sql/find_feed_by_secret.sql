SELECT id, contract_id, person_id, created_at, fetched_at FROM calendar_feed WHERE secret_sha256 = $1
