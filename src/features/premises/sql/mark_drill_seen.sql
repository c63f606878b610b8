UPDATE drill
   SET seen_version = $3, seen_by = $4, seen_at = $5
 WHERE contract_id = $1 AND id = $2 AND version = $3
