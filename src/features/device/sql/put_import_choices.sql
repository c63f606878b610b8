UPDATE register_import
   SET choices = $3
 WHERE contract_id = $1 AND id = $2 AND saved_at IS NULL
