UPDATE webhook SET failures = CASE WHEN $3 = 1 THEN 0 ELSE failures + 1 END
 WHERE contract_id = $1 AND id = $2
RETURNING failures
