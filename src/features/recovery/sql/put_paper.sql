INSERT INTO recovery_paper (contract_id, edition_id, paper, attachment_id, unchanged, entered_by, entered_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (contract_id, edition_id, paper) DO UPDATE
   SET attachment_id = excluded.attachment_id, unchanged = excluded.unchanged, entered_by = excluded.entered_by,
       entered_at = excluded.entered_at
