INSERT INTO medium_use
      (contract_id, id, medium_id, request_id, device_id, planned_at, purpose, state, used_at, used_by, permission,
       check_id,
       entered_by, entered_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
