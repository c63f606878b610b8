SELECT c.id AS contract_id
  FROM contract AS c
  JOIN event_chain AS e ON e.contract_id = c.id
  LEFT JOIN notice_cursor AS n ON n.contract_id = c.id
 WHERE e.sequence > COALESCE(n.sequence, 0)
 ORDER BY c.id
