SELECT stocktake_finding.device_id, stocktake.title
  FROM stocktake_finding
  JOIN stocktake
    ON stocktake.contract_id = stocktake_finding.contract_id AND stocktake.id = stocktake_finding.stocktake_id
 WHERE stocktake_finding.contract_id = $1 AND stocktake_finding.found_at >= $2
   AND stocktake_finding.device_id IS NOT NULL
 ORDER BY stocktake.title, stocktake_finding.device_id
