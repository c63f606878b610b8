SELECT site_id, begins_on, number, name, address, departments, remarks, aliases, excluded, open, reason, entered_by,
       entered_at
  FROM site_fact
 WHERE contract_id = $1
 ORDER BY site_id, begins_on
