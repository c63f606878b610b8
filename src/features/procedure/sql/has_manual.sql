SELECT COUNT(*) AS manuals
  FROM work_procedure
 WHERE contract_id = $1 AND kind = 'city_manual' AND retired_at IS NULL
   AND device_classes <> ',' AND REPLACE(device_classes, $2, '') <> device_classes
