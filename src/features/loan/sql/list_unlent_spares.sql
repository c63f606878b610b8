SELECT device.id, device.number, device.kind, COALESCE(renewed.model, device.model) AS model, site.name AS site_name,
       placement.place, loan.id AS entered
  FROM placement
  JOIN device ON device.contract_id = placement.contract_id AND device.id = placement.device_id
  LEFT JOIN unit_generation AS renewed
    ON renewed.contract_id = placement.contract_id AND renewed.device_id = placement.device_id
   AND renewed.begins_on <= $2 AND renewed.ends_on > $2
  LEFT JOIN site ON site.contract_id = placement.contract_id AND site.id = placement.site_id
  LEFT JOIN loan
    ON loan.contract_id = placement.contract_id AND loan.kind = 'device' AND loan.number = device.number
   AND loan.state <> 'returned'
   AND NOT EXISTS (SELECT 1 FROM loan_link
                    WHERE loan_link.contract_id = loan.contract_id AND loan_link.loan_id = loan.id)
 WHERE placement.contract_id = $1 AND placement.begins_on <= $2 AND placement.ends_on > $2
   AND placement.used_as = 'spare' AND device.listed = 1
   AND NOT EXISTS (SELECT 1 FROM loan_link
                    WHERE loan_link.contract_id = placement.contract_id AND loan_link.device_id = placement.device_id
                      AND loan_link.kind = 'device' AND loan_link.here = 1)
 ORDER BY device.number, device.id
 LIMIT $3
