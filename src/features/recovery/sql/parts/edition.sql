SELECT recovery_edition.contract_id, recovery_edition.id, recovery_edition.family, recovery_edition.model,
       recovery_edition.number, recovery_edition.name, recovery_edition.origin, recovery_edition.state,
       recovery_edition.changes, recovery_edition.request_id, work_request.number AS request_number,
       work_request.work_types AS request_types,
       recovery_edition.instruction, recovery_edition.agreement, recovery_edition.planned_on, recovery_edition.last_on,
       recovery_edition.released_on, recovery_edition.note, recovery_edition.entered_by, recovery_edition.entered_at,
       recovery_edition.version
  FROM recovery_edition
  LEFT JOIN work_request
    ON work_request.contract_id = recovery_edition.contract_id AND work_request.id = recovery_edition.request_id
