UPDATE incident
   SET case_number = $4, state = $5, begun_at = $6, phenomenon = $7, site_id = $8, place = $9, device_id = $10,
       device_class = $11, error_text = $12, contact_person = $13, contact_phone = $14, occurred_at = $15,
       severity = $16, action = $17, cause = $18, notes = $19, search_key = $20, version = version + 1
 WHERE contract_id = $1 AND id = $2 AND version = $3
