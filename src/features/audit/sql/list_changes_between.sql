SELECT contract_id, sequence, at, actor_id, actor_name, side, roles, origin, remote_address, request_id, act, kind,
       subject_kind, subject_id, before, after, reason, previous_hash, hash
  FROM event
 WHERE contract_id = $1 AND subject_kind = $2 AND subject_id > $3 AND subject_id <= $4 AND act = 'change'
 ORDER BY subject_id, sequence
