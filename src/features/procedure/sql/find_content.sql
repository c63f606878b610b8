SELECT content FROM procedure_content WHERE contract_id = $1 AND sha256 = $2
