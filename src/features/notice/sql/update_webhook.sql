UPDATE webhook
   SET name = $4, url = $5, kind_groups = $6, disabled_at = $7, disabled_because = $8,
       failures = CASE WHEN CAST($7 AS TEXT) IS NULL THEN 0 ELSE failures END, version = version + 1
 WHERE contract_id = $1 AND id = $2 AND version = $3 AND removed_at IS NULL
