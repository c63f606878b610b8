SELECT contract_id, id, site_id, name, section, phone, note, begins_on, ends_on, entered_by, entered_at, version
  FROM site_contact
 WHERE contract_id = $1 AND site_id = $2 AND id = $3
