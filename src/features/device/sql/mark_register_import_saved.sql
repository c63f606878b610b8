UPDATE register_import
   SET saved_at = $3
 WHERE contract_id = $1 AND id = $2 AND saved_at IS NULL
