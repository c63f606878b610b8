UPDATE event_chain SET hash = $2 WHERE contract_id = $1
