UPDATE repair
   SET state = $4, symptom = $5, warranty_until = $6, finding = $7, erased_on = $8, settings_on = $9, last_on = $10,
       search_key = $11, version = version + 1
 WHERE contract_id = $1 AND id = $2 AND version = $3
