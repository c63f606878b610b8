UPDATE staff_demand SET answer = $4, answered_at = $5, answered_by_name = $6
 WHERE contract_id = $1 AND worker_id = $2 AND id = $3 AND closed_at IS NULL
