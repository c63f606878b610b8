UPDATE medium
   SET label = $4, kind = $5, name = $6, purpose = $7, keeper = $8, storage_place = $9, recovery = $10, state = $11,
       holder = $12, changed_at = $13, used_at = $14, check_id = $15, check_from = $16, check_at = $17,
       check_verdict = $18, search_key = $19, version = version + 1
 WHERE contract_id = $1 AND id = $2 AND version = $3
