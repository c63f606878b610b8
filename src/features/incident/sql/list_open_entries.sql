SELECT entry.incident_id, entry.id, entry.act, entry.at, entry.person, entry.city_person, entry.text,
       entry.appointment, entry.finished_at, entry.entered_by, entry.entered_at, entry.taken_back, entry.visit_id
  FROM incident
  JOIN incident_entry AS entry ON entry.contract_id = incident.contract_id AND entry.incident_id = incident.id
 WHERE incident.contract_id = $1 AND incident.id >= $2 AND incident.id <= $3 AND incident.state <> 'closed'
   AND incident.state <> 'filtered'
 ORDER BY entry.incident_id, entry.at, entry.entered_at, entry.id
