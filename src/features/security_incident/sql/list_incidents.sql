{{incident}}
 WHERE contract_id = $1
   AND ($2 = '' OR category = $2)
   AND ($3 = '' OR kind = $3)
   AND ($4 = '' OR state = $4 OR ($4 = 'open' AND state <> 'closed'))
   AND ($5 = '' OR noticed_at >= $5)
   AND ($6 = '' OR noticed_at < $6)
   AND ($7 = '' OR (subject_kind = 'incident' AND subject_id = $7))
   AND ($8 = '' OR (noticed_at, id) < (SELECT noticed_at, id FROM security_incident WHERE contract_id = $1 AND id = $8))
 ORDER BY noticed_at DESC, id DESC
 LIMIT $9
