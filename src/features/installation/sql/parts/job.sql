SELECT installation.contract_id, installation.id, installation.number, installation.kind, installation.state,
       installation.site_id, site.name AS site_name, installation.planned_on, installation.request_id,
       work_request.number AS request_number, work_request.work_types AS request_types, installation.instruction,
       installation.medium, installation.agreement,
       installation.lent_on, installation.due_back, installation.note, installation.last_on, installation.entered_by,
       installation.entered_at, installation.version
  FROM installation
  LEFT JOIN site ON site.contract_id = installation.contract_id AND site.id = installation.site_id
  LEFT JOIN work_request
    ON work_request.contract_id = installation.contract_id AND work_request.id = installation.request_id
