SELECT version, sha256
  FROM holiday_list
 ORDER BY version DESC
 LIMIT 1
