SELECT begins_on, ends_on, generation, model, type_number, serial
  FROM unit_generation
 WHERE contract_id = $1 AND device_id = $2
 ORDER BY begins_on
