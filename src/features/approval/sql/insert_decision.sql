INSERT INTO approval_decision (contract_id, approval_id, step, verdict, decided_by, decided_by_name, side, for_person,
                               for_name, opinion, conditions, content_sha256, decided_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
