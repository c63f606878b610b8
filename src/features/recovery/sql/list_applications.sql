SELECT device_id, on_day, person
  FROM recovery_application
 WHERE contract_id = $1 AND edition_id = $2
 ORDER BY device_id
