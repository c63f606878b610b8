INSERT INTO start_duty (contract_id, start_id, gate, due_at, closed_at)
VALUES ($1, $2, $3, $4, NULL)
