SELECT COUNT(*) AS measures
  FROM security_incident_entry
 WHERE contract_id = $1 AND incident_id = $2 AND kind = 'measure'
