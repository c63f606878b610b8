SELECT incident.id, incident.contract_id, incident.case_number, incident.state, incident.phenomenon, incident.site_id,
       incident.place, incident.device_id, incident.device_class, incident.error_text, incident.contact_person,
       incident.contact_phone, incident.occurred_at, incident.severity, incident.action, incident.cause, incident.notes,
       incident.begun_at, incident.entered_by, incident.entered_at, incident.version, site.name AS site_name,
       device.number AS device_number, device.kind AS device_kind, device.model AS device_model
  FROM incident
  LEFT JOIN site ON site.contract_id = incident.contract_id AND site.id = incident.site_id
  LEFT JOIN device ON device.contract_id = incident.contract_id AND device.id = incident.device_id
