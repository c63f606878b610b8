SELECT j.request_id, j.version_id, j.state, j.approval_id, j.content_sha256, j.acts, j.devices, j.reason, j.cited_by,
       j.cited_at, j.settled_at, j.granted_sha256, j.granted_at,
       v.id, v.contract_id, v.procedure_id, v.sequence, v.edition, v.note, v.created_by, v.created_at, v.version,
       p.number, p.kind, p.title, p.issuer, p.device_classes, p.retired_at, p.newest
  FROM job_procedure j
  JOIN procedure_version v ON v.contract_id = j.contract_id AND v.id = j.version_id
  JOIN work_procedure p ON p.contract_id = v.contract_id AND p.id = v.procedure_id
 WHERE j.contract_id = $1 AND j.request_id = $2
 ORDER BY p.number, v.sequence
