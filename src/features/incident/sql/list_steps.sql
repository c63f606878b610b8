SELECT incident_step.id, incident_step.act, incident_step.branch, incident_step.step, incident_step.at,
       incident_step.person, incident_step.city_person, incident_step.text, incident_step.failed_id,
       incident_step.spare_id, incident_step.movement, incident_step.entered_by, incident_step.entered_at,
       incident_step.taken_back, failed.number AS failed_number, spare.number AS spare_number
  FROM incident_step
  LEFT JOIN device failed ON failed.contract_id = incident_step.contract_id AND failed.id = incident_step.failed_id
  LEFT JOIN device spare ON spare.contract_id = incident_step.contract_id AND spare.id = incident_step.spare_id
 WHERE incident_step.contract_id = $1 AND incident_step.incident_id = $2
 ORDER BY incident_step.entered_at, incident_step.id
 LIMIT 1000
