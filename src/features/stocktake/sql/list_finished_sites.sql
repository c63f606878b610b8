SELECT site_id, finished_by, finished_at
  FROM stocktake_site
 WHERE contract_id = $1 AND stocktake_id = $2
