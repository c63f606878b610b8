DELETE FROM contract_file
 WHERE contract_id = $1
