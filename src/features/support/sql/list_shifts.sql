{{shift}}
 WHERE contract_id = $1 AND from_at > $2 AND from_at < $4 AND until_at > $3
 ORDER BY from_at, id
 LIMIT $5
