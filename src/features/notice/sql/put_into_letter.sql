UPDATE notice SET mail_id = $4 WHERE contract_id = $1 AND person_id = $2 AND sequence = $3
