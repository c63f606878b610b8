UPDATE membership SET to_day = $3 WHERE contract_id = $1 AND id = $2
