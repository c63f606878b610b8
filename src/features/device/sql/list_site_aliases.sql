SELECT alias, site_id
  FROM site_alias
 WHERE contract_id = $1
 ORDER BY alias_key
