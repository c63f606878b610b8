UPDATE on_call_shift
   SET from_at = $4, until_at = $5, person = $6, phone = $7, rank = $8, note = $9, version = version + 1
 WHERE contract_id = $1 AND id = $2 AND version = $3
