SELECT version, sha256
  FROM contract
 WHERE id = $1
