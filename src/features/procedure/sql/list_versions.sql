SELECT id, contract_id, procedure_id, sequence, edition, note, created_by, created_at, version
  FROM procedure_version
 WHERE contract_id = $1 AND procedure_id = $2
 ORDER BY sequence DESC
