SELECT w.contract_id, w.id, w.request_id, w.starts_at, w.ends_at, w.site_id, w.room, w.people, w.purpose, w.overtime,
       w.after_the_fact, w.proposed_side, w.proposed_by, w.proposed_name, w.proposed_at, w.state, w.answer,
       w.answered_by, w.answered_name, w.answered_at, w.approval_id, w.version, r.number AS request_number,
       r.title AS request_title, r.division AS request_division, r.site_id AS request_site, s.name AS site_name
  FROM work_window w
  JOIN work_request r ON r.contract_id = w.contract_id AND r.id = w.request_id
  LEFT JOIN site s ON s.contract_id = w.contract_id AND s.id = w.site_id
 WHERE w.contract_id = $1 AND w.starts_at < $3 AND w.starts_at >= $4 AND w.ends_at > $2
   AND w.state IN ('proposed', 'agreed')
 ORDER BY w.starts_at, w.id
 LIMIT $5
