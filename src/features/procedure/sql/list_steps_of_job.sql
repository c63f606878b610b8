SELECT s.version_id, s.number, s.text, s.per_device, s.operation_check, s.photo
  FROM procedure_step s
  JOIN job_procedure j ON j.contract_id = s.contract_id AND j.version_id = s.version_id
 WHERE j.contract_id = $1 AND j.request_id = $2
 ORDER BY s.version_id, s.number
