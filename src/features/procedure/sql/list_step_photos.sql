SELECT a.id, a.subject_id, a.name
  FROM attachment a
  JOIN step_record r ON r.contract_id = a.contract_id AND r.id = a.subject_id
 WHERE r.contract_id = $1 AND r.request_id = $2 AND a.subject_kind = 'step_record'
 ORDER BY a.added_at, a.id
