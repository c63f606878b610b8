SELECT DISTINCT division FROM work_request WHERE contract_id = $1 AND division <> '' ORDER BY division LIMIT 200
