UPDATE licence
   SET software = $4, edition = $5, publisher = $6, licensee = $7, kind = $8, quantity = $9, obtained_on = $10,
       valid_until = $11, payer = $12, payer_name = $13, payer_reason = $14, purpose = $15, request_id = $16,
       certificate_place = $17, note = $18, ended_on = $19, ended_because = $20, ended_by = $21, search_key = $22,
       version = version + 1
 WHERE contract_id = $1 AND id = $2 AND version = $3
