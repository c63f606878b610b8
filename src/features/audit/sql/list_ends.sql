SELECT contract_id, sequence, hash FROM event_chain ORDER BY contract_id
