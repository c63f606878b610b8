{{act}}
 WHERE contract_id = $1
 ORDER BY done_at DESC, id DESC
 LIMIT $2
