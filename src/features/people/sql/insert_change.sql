INSERT INTO roster_change (contract_id, id, worker_id, sequence, kind, takes_effect_on, name, kana, company,
                           subcontractor, duties, work, assets, contact, reason, emergency, city_request, reported_on,
                           needs_grant, standing, approval_number, announced_at, announced_by, announced_by_name)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)
