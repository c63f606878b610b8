SELECT device_id, begins_on, ends_on, generation, model, type_number, serial
  FROM unit_generation
 WHERE contract_id = $1
 ORDER BY device_id, begins_on
