INSERT INTO notice_choice (contract_id, person_id, digest_minute, urgent_always, version) VALUES ($1, $2, $3, $4, 2)
ON CONFLICT (contract_id, person_id) DO NOTHING
