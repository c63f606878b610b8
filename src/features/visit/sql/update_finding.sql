UPDATE visit_finding
   SET state = $4, is_open = $5, content = $6, told_by = $7, found_on = $8, answer = $9, promised_on = $10,
       replied_on = $11, reply = $12, replied_to = $13, reported_on = $14, reported_by = $15, instructed_on = $16,
       instruction = $17, instruction_asks = $18, instructed_by = $19, done_on = $20, done = $21, taken_back = $22,
       version = version + 1
 WHERE contract_id = $1 AND id = $2 AND version = $3
