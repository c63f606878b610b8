SELECT contract_id, id, worker_id, sequence, kind, takes_effect_on, name, kana, company, subcontractor, duties, work,
       assets, contact, reason, emergency, city_request, reported_on, needs_grant, standing, approval_number,
       announced_at, announced_by, announced_by_name, settled_at
  FROM roster_change
 WHERE contract_id = $1 AND worker_id = $2
 ORDER BY sequence
