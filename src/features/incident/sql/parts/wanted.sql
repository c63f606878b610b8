 WHERE incident.contract_id = $1
   AND ($2 = '' OR incident.state = $2
        OR ($2 = 'open' AND incident.state <> 'closed' AND incident.state <> 'filtered'))
   AND ($3 = '' OR incident.site_id = $3)
   AND ($4 = '' OR incident.device_id = $4)
   AND ($5 = '' OR incident.search_key LIKE $5 ESCAPE '!')
   AND ($6 = '' OR (incident.begun_at, incident.id) < ($6, $7))
