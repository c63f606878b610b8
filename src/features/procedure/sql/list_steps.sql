SELECT version_id, number, text, per_device, operation_check, photo
  FROM procedure_step
 WHERE contract_id = $1 AND version_id = $2
 ORDER BY number
