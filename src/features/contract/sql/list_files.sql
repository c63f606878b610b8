SELECT path, content
  FROM contract_file
 WHERE contract_id = $1
 ORDER BY path
