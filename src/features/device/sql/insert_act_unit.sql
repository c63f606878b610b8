INSERT INTO register_act_unit (contract_id, act_id, device_id, fresh, described, entered, number, class, kind, model,
                               type_number, division, generation, known, pair_unit, remarks, address)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
