SELECT visit.contract_id, visit.id, visit.site_id, visit.incident_id, visit.request_id, visit.request_number,
       visit.purpose, visit.planned_from, visit.planned_until, visit.told, visit.arrived_at, visit.started_at,
       visit.departed_at, visit.unticked_reason, visit.result, visit.called_off, visit.entered_by, visit.entered_at,
       visit.version, site.name AS site_name, incident.case_number, incident.phenomenon,
       incident.device_class, incident.site_id AS incident_site_id
  FROM visit
  JOIN site ON site.contract_id = visit.contract_id AND site.id = visit.site_id
  LEFT JOIN incident ON incident.contract_id = visit.contract_id AND incident.id = visit.incident_id
