DELETE FROM calendar_feed WHERE contract_id = $1 AND person_id = $2
