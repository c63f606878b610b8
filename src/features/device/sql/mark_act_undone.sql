UPDATE register_act
   SET undone_at = $3, undone_by = $4, undone_by_name = $5, undone_reason = $6
 WHERE contract_id = $1 AND id = $2 AND undone_at IS NULL
