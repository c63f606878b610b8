INSERT INTO notice (contract_id, person_id, sequence, kind, kind_group, urgent, subject_kind, subject_id, number, title,
                    path, need, division_key, site_id, actor_name, detail_ja, detail_en, at, told_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
ON CONFLICT (contract_id, person_id, sequence) DO NOTHING
