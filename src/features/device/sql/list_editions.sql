{{edition}}
 WHERE contract_id = $1
 ORDER BY made_at DESC, division, number DESC
