SELECT recovery_application.device_id, recovery_edition.name
  FROM recovery_application
  JOIN recovery_edition
    ON recovery_edition.contract_id = recovery_application.contract_id
   AND recovery_edition.id = recovery_application.edition_id
 WHERE recovery_application.contract_id = $1 AND recovery_application.entered_at >= $2
 ORDER BY recovery_edition.name, recovery_application.device_id
