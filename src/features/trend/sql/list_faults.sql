SELECT device_id, site_id, device_class, begun_at
  FROM incident
 WHERE contract_id = $1 AND begun_at >= $2 AND begun_at < $3 AND state <> 'filtered' AND state <> 'reported'
 LIMIT $4
