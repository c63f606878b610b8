SELECT id, kind, model, serial, begins_on, ends_on, version
  FROM unit_part
 WHERE contract_id = $1 AND device_id = $2
 ORDER BY begins_on, id
