SELECT (SELECT COUNT(*) FROM job_procedure j WHERE j.contract_id = $1 AND j.version_id = $2) AS cited,
       (SELECT COUNT(*) FROM step_record r WHERE r.contract_id = $1 AND r.version_id = $2) AS recorded,
       (SELECT COUNT(*) FROM job_procedure j
          JOIN work_request w ON w.contract_id = j.contract_id AND w.id = j.request_id
         WHERE j.contract_id = $1 AND j.version_id = $2 AND j.state IN ('granted', 'cited')
           AND w.status IN ('confirming', 'done')) AS over
