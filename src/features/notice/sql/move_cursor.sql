UPDATE notice_cursor SET sequence = $3 WHERE contract_id = $1 AND sequence = $2
