UPDATE procedure_version
   SET version = version + 1, updated_at = $4
 WHERE contract_id = $1 AND id = $2 AND version = $3
