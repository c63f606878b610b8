DELETE FROM visit_tick
 WHERE contract_id = $1 AND visit_id = $2 AND item = $3
