INSERT INTO event (contract_id, sequence, at, actor_id, actor_name, side, roles, origin, remote_address, request_id,
                   act, kind, subject_kind, subject_id, before, after, reason, previous_hash, hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
