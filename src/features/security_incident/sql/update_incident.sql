UPDATE security_incident
   SET kind = $4, title = $5, what = $6, noticed_at = $7, place = $8, assets = $9, state = $10, reported_at = $11,
       told_to = $12, reported_how = $13, reported_by = $14, closed_at = $15, closed_by = $16, closing = $17,
       version = version + 1
 WHERE contract_id = $1 AND id = $2 AND version = $3
