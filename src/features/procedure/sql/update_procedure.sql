UPDATE work_procedure
   SET title = $4, issuer = $5, device_classes = $6, search_key = $7, retired_at = $8, newest = $9,
       version = version + 1, updated_at = $10
 WHERE contract_id = $1 AND id = $2 AND version = $3
