SELECT id, number, name, address, departments, planned, excluded, remarks, aliases
  FROM site
 WHERE contract_id = $1 AND listed = 1
 ORDER BY number, id
