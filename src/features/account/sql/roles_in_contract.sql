SELECT contract_id, role, from_day, to_day, division, site_id FROM membership WHERE contract_id = $1 AND person_id = $2
