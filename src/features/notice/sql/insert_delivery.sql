INSERT INTO webhook_delivery (contract_id, id, webhook_id, sequence, kind, body, state, created_at, next_at, attempts,
                              status, problem)
VALUES ($1, $2, $3, $4, $5, $6, 'ready', $7, $7, 0, 0, '')
ON CONFLICT (contract_id, webhook_id, sequence) WHERE sequence > 0 DO NOTHING
