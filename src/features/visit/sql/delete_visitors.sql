DELETE FROM visit_worker
 WHERE contract_id = $1 AND visit_id = $2
