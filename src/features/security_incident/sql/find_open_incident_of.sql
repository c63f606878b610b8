{{incident}}
 WHERE contract_id = $1 AND subject_kind = $2 AND subject_id = $3 AND category = 'security' AND state <> 'closed'
 ORDER BY noticed_at DESC, id DESC
 LIMIT 1
