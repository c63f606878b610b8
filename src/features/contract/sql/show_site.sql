UPDATE site
   SET number = $3, name = $4, address = $5, departments = $6, excluded = $7, remarks = $8, aliases = $9
 WHERE contract_id = $1 AND id = $2
