INSERT INTO search_cursor (contract_id, sequence, goal) VALUES ($1, $2, $3) ON CONFLICT (contract_id) DO NOTHING
