UPDATE calendar_feed SET fetched_at = $3 WHERE contract_id = $1 AND person_id = $2
