SELECT id, contract_id, title, reference_day, closed_on, closed_by, made_by, made_at, version
  FROM stocktake
 WHERE contract_id = $1 AND id = $2
