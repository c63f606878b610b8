SELECT contract_id, sequence, at, actor_id, actor_name, side, roles, origin, remote_address, request_id, act, kind,
       subject_kind, subject_id, before, after, reason, previous_hash, hash
  FROM event
 WHERE contract_id = $1 AND sequence < $2 AND at >= $3 AND at < $4
   AND ($5 = '' OR actor_id = $5 OR replace(replace(actor_name, ' ', ''), '　', '') LIKE $6 ESCAPE '\')
   AND ($7 = '' OR kind = $7)
   AND ($8 = '' OR (subject_kind = $8 AND subject_id = $9))
 ORDER BY sequence DESC
 LIMIT $10
