SELECT DISTINCT contract_id FROM due WHERE kind = $1 AND stopped_at IS NULL ORDER BY contract_id
