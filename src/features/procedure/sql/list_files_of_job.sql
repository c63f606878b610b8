SELECT a.id, a.subject_id, a.name, a.content_type, a.size, a.sha256, a.added_at, a.added_by
  FROM attachment a
  JOIN job_procedure j ON j.contract_id = a.contract_id AND j.version_id = a.subject_id
 WHERE j.contract_id = $1 AND j.request_id = $2 AND a.subject_kind = 'procedure_version'
 ORDER BY a.subject_id, a.name, a.id
