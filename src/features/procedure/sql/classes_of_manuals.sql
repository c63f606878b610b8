SELECT DISTINCT device_classes
  FROM work_procedure
 WHERE contract_id = $1 AND kind = 'city_manual' AND retired_at IS NULL AND device_classes <> ','
