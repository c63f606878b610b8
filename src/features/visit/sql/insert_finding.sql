INSERT INTO visit_finding (contract_id, id, visit_id, site_id, kind, state, is_open, content, told_by, found_on, answer,
                           promised_on, reply, replied_to, reported_by, instruction, instruction_asks, instructed_by,
                           done, taken_back, entered_by, entered_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '', '', '', '', 0, '', '', '', $13, $14, 1)
