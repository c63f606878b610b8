SELECT incident_id, id, act, at, person, city_person, text, appointment, finished_at, entered_by, entered_at,
       taken_back, visit_id
  FROM incident_entry
 WHERE contract_id = $1 AND incident_id IN ($2)
 ORDER BY incident_id, at, entered_at, id
