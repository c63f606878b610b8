DELETE FROM procedure_step WHERE contract_id = $1 AND version_id = $2
