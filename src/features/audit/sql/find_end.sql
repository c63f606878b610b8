SELECT sequence, hash FROM event_chain WHERE contract_id = $1
