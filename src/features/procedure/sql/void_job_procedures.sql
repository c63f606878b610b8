UPDATE job_procedure
   SET state = 'voided', reason = $3, settled_at = $4
 WHERE contract_id = $1 AND version_id = $2 AND state IN ('asked', 'granted')
   AND request_id IN (SELECT w.id FROM work_request w
                       WHERE w.contract_id = $1 AND w.status IN ('requested', 'in_progress'))
