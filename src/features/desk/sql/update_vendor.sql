UPDATE vendor
   SET role = $4, role_name = $5, name = $6, contact = $7, hours = $8, duties = $9, remarks = $10, from_on = $11,
       until_on = $12, version = version + 1
 WHERE contract_id = $1 AND id = $2 AND version = $3
