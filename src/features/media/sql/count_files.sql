SELECT COUNT(*) AS files
  FROM medium_check_file
 WHERE contract_id = $1 AND medium_id = $2 AND check_id = $3
