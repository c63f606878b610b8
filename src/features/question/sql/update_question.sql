UPDATE question
   SET title = $4, state = $5, text = $6, answer = $7, change = $8, answered_by_name = $9, answered_at = $10,
       closed_at = $11, turn_since = $12, rounds = $13, search_key = $14, updated_at = $15, version = version + 1
 WHERE contract_id = $1 AND id = $2 AND version = $3
