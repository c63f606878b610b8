SELECT paper, attachment_id, unchanged, entered_by, entered_at
  FROM recovery_paper
 WHERE contract_id = $1 AND edition_id = $2
 ORDER BY paper
