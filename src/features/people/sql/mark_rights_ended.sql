UPDATE roster_change SET rights_ended_at = $3
 WHERE contract_id = $1 AND id = $2 AND rights_ended_at IS NULL
