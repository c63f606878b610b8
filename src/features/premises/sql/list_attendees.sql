SELECT drill_id, worker_id, name, affiliation, attended, reason
  FROM drill_attendee
 WHERE contract_id = $1 AND drill_id IN ($2)
 ORDER BY drill_id, place
