SELECT contract_id, id, desk, desk_name, channel, device_id, unit, incident, request, reached_at, asked, form_attached,
       reference, said, visit_expected, visit_due, visit_at, site_told_at, site_told, visited_at, outcome, closed,
       entered_by, entered_at, version
  FROM desk_call
