UPDATE job_procedure
   SET state = $3, reason = $4, settled_at = $5,
       granted_sha256 = CASE WHEN $3 = 'granted' THEN content_sha256 ELSE granted_sha256 END,
       granted_at = CASE WHEN $3 = 'granted' THEN $5 ELSE granted_at END
 WHERE contract_id = $1 AND approval_id = $2
