SELECT j.request_id, j.version_id, j.state, j.approval_id, j.content_sha256, j.acts, j.devices, j.reason, j.cited_by,
       j.cited_at, j.settled_at, j.granted_sha256, j.granted_at,
       w.number AS request_number, w.title AS request_title, w.status, w.division, w.site_id, v.sequence
  FROM job_procedure j
  JOIN procedure_version v ON v.contract_id = j.contract_id AND v.id = j.version_id
  JOIN work_request w ON w.contract_id = j.contract_id AND w.id = j.request_id
 WHERE j.contract_id = $1 AND v.procedure_id = $2
 ORDER BY j.cited_at DESC, j.request_id
 LIMIT 500
