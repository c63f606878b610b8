DELETE FROM on_call_shift
 WHERE contract_id = $1 AND id = $2 AND version = $3
