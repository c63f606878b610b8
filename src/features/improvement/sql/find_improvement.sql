{{improvement}}
 WHERE contract_id = $1 AND id = $2
