SELECT device_id AS id, fresh, described, entered, number, class, kind, model, type_number, division, generation, known,
       pair_unit, remarks, address
  FROM register_act_unit
 WHERE contract_id = $1 AND act_id = $2
 ORDER BY number, device_id
