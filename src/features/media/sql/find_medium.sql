SELECT contract_id, id, label, kind, name, purpose, keeper, storage_place, recovery, state, holder, changed_at,
       used_at, check_id,
       check_from, check_at, check_verdict, registered_by, registered_at, version
  FROM medium
 WHERE contract_id = $1 AND id = $2
