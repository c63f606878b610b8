SELECT q.contract_id, q.id, q.number, q.subject_kind, q.request_id, q.procedure_id, q.subject_label, q.title, q.state,
       q.text, q.answer, q.change, q.asked_by, q.asked_by_name, q.asked_at, q.answered_by_name, q.answered_at,
       q.closed_at, q.turn_since, q.rounds, q.version
  FROM question q
  LEFT JOIN work_request w ON w.contract_id = q.contract_id AND w.id = q.request_id
 WHERE q.contract_id = $1
