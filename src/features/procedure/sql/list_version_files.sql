SELECT a.id, a.subject_id, a.name, a.content_type, a.size, a.sha256, a.added_at, a.added_by
  FROM attachment a
  JOIN procedure_version v ON v.contract_id = a.contract_id AND v.id = a.subject_id
 WHERE v.contract_id = $1 AND v.procedure_id = $2 AND a.subject_kind = 'procedure_version'
 ORDER BY v.sequence DESC, a.name, a.id
