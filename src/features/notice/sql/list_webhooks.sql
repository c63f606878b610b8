SELECT contract_id, id, name, url, kind_groups, created_at, failures, disabled_at, disabled_because, version
  FROM webhook
 WHERE contract_id = $1 AND removed_at IS NULL
 ORDER BY created_at, id
