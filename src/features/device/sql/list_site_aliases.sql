SELECT alias, site_id, entered_by, entered_at
  FROM site_alias
 WHERE contract_id = $1
 ORDER BY alias_key
