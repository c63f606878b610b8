SELECT j.request_id, j.version_id, j.state, j.approval_id, j.content_sha256, j.acts, j.devices, j.reason, j.cited_by,
       j.cited_at, j.settled_at, j.granted_sha256, j.granted_at
  FROM job_procedure j
 WHERE j.contract_id = $1 AND j.approval_id = $2
