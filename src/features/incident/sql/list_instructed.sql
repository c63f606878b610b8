{{incident}}
 WHERE incident.contract_id = $1
   AND incident.id IN (SELECT incident_entry.incident_id
                         FROM incident_entry
                        WHERE incident_entry.contract_id = $1 AND incident_entry.act = 'handed_over'
                          AND incident_entry.taken_back = '' AND incident_entry.at >= $2 AND incident_entry.at < $3)
 ORDER BY incident.begun_at, incident.id
 LIMIT $4
