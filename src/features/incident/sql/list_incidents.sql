{{incident}}
{{wanted}}
 ORDER BY incident.begun_at DESC, incident.id DESC
 LIMIT $8
