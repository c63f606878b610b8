SELECT contract_id, id, label, kind, name, purpose, keeper, storage_place, recovery, state, holder, changed_at,
       used_at, check_id,
       check_from, check_at, check_verdict, registered_by, registered_at, version
  FROM medium
 WHERE contract_id = $1
   AND ($2 = '' OR state = $2)
   AND ($3 = '' OR search_key LIKE $3 ESCAPE '!')
   AND ($4 = '' OR (label, id) > (SELECT label, id FROM medium WHERE contract_id = $1 AND id = $4))
 ORDER BY label, id
 LIMIT $5
