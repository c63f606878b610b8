UPDATE site_contact
   SET name = $4, section = $5, phone = $6, note = $7, begins_on = $8, ends_on = $9, version = version + 1
 WHERE contract_id = $1 AND id = $2 AND version = $3
