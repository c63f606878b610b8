SELECT contract_id, sequence, at, actor_id, actor_name, side, roles, origin, remote_address, request_id, act, kind,
       subject_kind, subject_id, before, after, reason, previous_hash, hash
  FROM event
 WHERE contract_id = $1 AND sequence > $2
 ORDER BY sequence
 LIMIT $3
