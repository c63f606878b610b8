SELECT contract_id, id, request_id, starts_at, ends_at, site_id, room, people, purpose, overtime, after_the_fact,
       proposed_side, proposed_by, proposed_name, proposed_at, state, answer, answered_by, answered_name, answered_at,
       approval_id, version
  FROM work_window
 WHERE contract_id = $1 AND request_id = $2
 ORDER BY starts_at, id
