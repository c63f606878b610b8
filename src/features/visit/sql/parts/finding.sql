SELECT visit_finding.contract_id, visit_finding.id, visit_finding.visit_id, visit_finding.site_id, visit_finding.kind,
       visit_finding.content, visit_finding.told_by, visit_finding.found_on, visit_finding.answer,
       visit_finding.promised_on, visit_finding.replied_on, visit_finding.reply, visit_finding.replied_to,
       visit_finding.reported_on, visit_finding.reported_by, visit_finding.instructed_on, visit_finding.instruction,
       visit_finding.instruction_asks, visit_finding.instructed_by, visit_finding.done_on, visit_finding.done,
       visit_finding.taken_back, visit_finding.entered_by, visit_finding.entered_at, visit_finding.version,
       site.name AS site_name
  FROM visit_finding
  JOIN site ON site.contract_id = visit_finding.contract_id AND site.id = visit_finding.site_id
