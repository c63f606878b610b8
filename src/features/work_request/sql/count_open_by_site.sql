SELECT site_id, COUNT(*) AS requests
  FROM work_request
 WHERE contract_id = $1 AND status <> 'done' AND site_id IS NOT NULL
 GROUP BY site_id
