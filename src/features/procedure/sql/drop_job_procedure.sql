DELETE FROM job_procedure WHERE contract_id = $1 AND request_id = $2 AND version_id = $3
