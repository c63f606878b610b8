{{incident}}
{{wanted}}
   AND incident.site_id IN ($9)
 ORDER BY incident.begun_at DESC, incident.id DESC
 LIMIT $8
