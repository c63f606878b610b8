SELECT code, device_id, site_id, place, note, found_by, found_at
  FROM stocktake_finding
 WHERE contract_id = $1 AND stocktake_id = $2
