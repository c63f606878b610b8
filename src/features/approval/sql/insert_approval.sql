INSERT INTO approval (contract_id, id, number, kind, title, reason, subject_kind, subject_id, content_sha256,
                      request_id, acts, devices, site_id, room, valid_from, valid_until, asked_by, asked_by_name,
                      asked_side, asked_at, state, turn, step, conditions, settled_at, begins_at, end_told, search_key,
                      version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,
        $25, $26, 0, $27, 1)
