-- Takes $2 numbers of the chain and locks its end until the transaction is over; the hash is still that of the event
-- before.
INSERT INTO event_chain (contract_id, sequence, hash) VALUES ($1, $2, '')
    ON CONFLICT (contract_id) DO UPDATE SET sequence = event_chain.sequence + excluded.sequence
    RETURNING sequence, hash
