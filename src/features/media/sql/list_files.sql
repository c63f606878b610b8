SELECT id, name, size, sha256, verdict, threat, engine, definitions_on, scanned_at
  FROM medium_check_file
 WHERE contract_id = $1 AND medium_id = $2 AND check_id = $3
 ORDER BY id
 LIMIT 2000
