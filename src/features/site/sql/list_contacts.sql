SELECT contract_id, id, site_id, name, section, phone, note, begins_on, ends_on, entered_by, entered_at, version
  FROM site_contact
 WHERE contract_id = $1 AND site_id = $2
 ORDER BY begins_on DESC, id DESC
 LIMIT 200
