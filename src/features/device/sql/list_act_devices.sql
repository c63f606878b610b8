SELECT id, number, class, kind, model, type_number, division, generation, known, pair_unit, remarks
  FROM device
 WHERE contract_id = $1 AND id IN ($2)
