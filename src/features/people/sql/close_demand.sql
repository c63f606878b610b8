UPDATE staff_demand SET closed_at = $4
 WHERE contract_id = $1 AND worker_id = $2 AND id = $3 AND closed_at IS NULL AND answered_at IS NOT NULL
