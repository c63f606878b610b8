INSERT INTO renewal_plan (contract_id, device_id, generation, number, act, planned_from, planned_to, reason,
                          entered_by, entered_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
