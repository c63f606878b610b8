SELECT id, kind, at, text, entered_by, entered_at
  FROM security_incident_entry
 WHERE contract_id = $1 AND incident_id = $2
 ORDER BY at, id
 LIMIT 1000
