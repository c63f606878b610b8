SELECT repair.contract_id, repair.id, repair.number, repair.device_id, repair.spare_id, repair.request_id, repair.state,
       repair.failed_on, repair.symptom, repair.warranty_until, repair.finding, repair.erased_on, repair.settings_on,
       repair.last_on, repair.entered_by, repair.entered_at, repair.version, device.number AS device_number,
       device.class AS device_class, device.kind, device.model, device.division, spare.number AS spare_number,
       work_request.number AS request_number
  FROM repair
  JOIN device ON device.contract_id = repair.contract_id AND device.id = repair.device_id
  LEFT JOIN device AS spare ON spare.contract_id = repair.contract_id AND spare.id = repair.spare_id
  LEFT JOIN work_request ON work_request.contract_id = repair.contract_id AND work_request.id = repair.request_id
