UPDATE entry_record
   SET room_id = $4, worker_id = $5, name = $6, affiliation = $7, person_key = $8, search_key = $9, in_at = $10,
       out_at = $11, purpose = $12, request_id = $13, request_number = $14, attendant = $15, withdrawn = $16,
       version = version + 1
 WHERE contract_id = $1 AND id = $2 AND version = $3
