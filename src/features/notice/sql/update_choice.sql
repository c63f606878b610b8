UPDATE notice_choice SET digest_minute = $4, urgent_always = $5, version = version + 1
 WHERE contract_id = $1 AND person_id = $2 AND version = $3
