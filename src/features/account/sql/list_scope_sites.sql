SELECT id, name FROM site WHERE contract_id = $1 AND listed = 1 AND excluded = 0 ORDER BY number, id
