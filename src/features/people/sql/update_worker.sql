UPDATE worker SET person_id = $4, pledged_on = $5, version = version + 1
 WHERE contract_id = $1 AND id = $2 AND version = $3
