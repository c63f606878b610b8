INSERT INTO notice_cursor (contract_id, sequence) VALUES ($1, $2) ON CONFLICT (contract_id) DO NOTHING
