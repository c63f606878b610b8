SELECT v.id, v.contract_id, v.procedure_id, v.sequence, v.edition, v.note, v.created_by, v.created_at, v.version,
       j.granted_sha256, j.granted_at, c.content
  FROM job_procedure j
  JOIN procedure_version v ON v.contract_id = j.contract_id AND v.id = j.version_id
  JOIN procedure_content c ON c.contract_id = j.contract_id AND c.sha256 = j.granted_sha256
 WHERE j.contract_id = $1 AND v.procedure_id = $2 AND j.granted_at IS NOT NULL
 ORDER BY j.granted_at DESC, v.sequence DESC
 LIMIT 20
