SELECT licence.contract_id, licence.id, licence.number, licence.software, licence.edition, licence.publisher,
       licence.licensee, licence.kind, licence.quantity, licence.obtained_on, licence.valid_until, licence.payer,
       licence.payer_name, licence.payer_reason, licence.purpose, licence.request_id, licence.certificate_place,
       licence.note, licence.ended_on, licence.ended_because, licence.ended_by, licence.entered_by, licence.entered_at,
       licence.version, work_request.number AS request_number
  FROM licence
  LEFT JOIN work_request
    ON work_request.contract_id = licence.contract_id AND work_request.id = licence.request_id
