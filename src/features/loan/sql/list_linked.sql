SELECT loan_link.loan_id, device.number AS device_number, device.kind AS device_kind,
       COALESCE(renewed.model, device.model) AS device_model, placement.used_as, unit_detail.spare_key,
       medium.label AS medium_label, medium.name AS medium_name, medium.state AS medium_state
  FROM loan_link
  LEFT JOIN device ON device.contract_id = loan_link.contract_id AND device.id = loan_link.device_id
  LEFT JOIN placement
    ON placement.contract_id = loan_link.contract_id AND placement.device_id = loan_link.device_id
   AND placement.begins_on <= $2 AND placement.ends_on > $2
  LEFT JOIN unit_generation AS renewed
    ON renewed.contract_id = loan_link.contract_id AND renewed.device_id = loan_link.device_id
   AND renewed.begins_on <= $2 AND renewed.ends_on > $2
  LEFT JOIN unit_detail
    ON unit_detail.contract_id = loan_link.contract_id AND unit_detail.device_id = loan_link.device_id
  LEFT JOIN medium ON medium.contract_id = loan_link.contract_id AND medium.id = loan_link.medium_id
 WHERE loan_link.contract_id = $1 AND loan_link.loan_id IN ($3)
