SELECT step, verdict, decided_by, decided_by_name, side, for_person, for_name, opinion, conditions, content_sha256,
       decided_at
  FROM approval_decision
 WHERE contract_id = $1 AND approval_id = $2
 ORDER BY step
